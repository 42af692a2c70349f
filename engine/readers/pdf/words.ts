import { plainCharacter } from '../plain-text'
import type { Box, QuarterTurn, Word } from '../reading'
import type { PageCharacters, TextRun } from './characters'
import { edgesAt, type PageFrame, placeOnPage } from './page-frame'

/** What is known of a run of text before its words are made: left out, on the page, or to be looked at. */
export type Sight = 'seen' | 'unsure' | 'invisible' | 'gone'

/** A word with the run of text that painted it. */
export type PrintedWord = { word: Word; run: number; sight: Sight }

/** A page is held for most of its print; where no way has the most, as it is displayed. */
export function commonTurn(runs: TextRun[]): QuarterTurn {
  const letters = runs.reduce((sum, run) => sum + run.letters, 0)
  const lettersOf = (turn: QuarterTurn) =>
    runs.reduce((sum, run) => sum + (run.turn === turn ? run.letters : 0), 0)
  return ([0, 90, 180, 270] as const).find((turn) => lettersOf(turn) > letters * 0.6) ?? 0
}

type Making = {
  characters: PageCharacters
  frame: PageFrame
  turned: QuarterTurn
  /** One for each run of text. */
  sights: Sight[]
  /** Whether a run holds what a form or a note painted, not the page itself. */
  isNoted: (run: TextRun) => boolean
}

/**
 * Characters to words, with boxes on the page turned upright: a blank, a jump to another line, a gap as wide as half a
 * letter's height or another kind of sight ends a word. Letters without meaning make none.
 */
export function makeWords(making: Making): PrintedWord[] {
  const { characters, frame, turned, sights } = making
  const { count, codes, edges, runs, textRuns } = characters
  const words: PrintedWord[] = []
  let current: PrintedWord | null = null
  for (let index = 0; index < count; index += 1) {
    const place = runs[index] ?? -1
    const text = plainCharacter(codes[index] ?? 32)
    const run = textRuns[place]
    const sight = sights[place]
    if (!run || !sight || sight === 'gone' || run.unreadable > run.letters / 2 || text === ' ') {
      current = null
      continue
    }
    if (text === '') continue
    const box = placeOnPage({ frame, turned, edges: edgesAt({ edges, index }) })
    const isSideways = (run.turn - turned) % 180 !== 0
    if (current && goesOn({ current, box, text, isSideways, sight })) {
      current.word.text += text
      widen({ box: current.word.box, by: box })
      continue
    }
    const origin = making.isNoted(run) ? 'form' : 'text'
    const word: Word = { text, box, confidence: 1, origin, ...(isSideways && { isSideways }) }
    current = { word, run: place, sight }
    words.push(current)
  }
  return words
}

function goesOn(given: {
  current: PrintedWord
  box: Box
  text: string
  isSideways: boolean
  sight: Sight
}): boolean {
  const { current, box, text, isSideways, sight } = given
  const { word } = current
  if (sight !== current.sight || isSideways !== (word.isSideways === true)) return false
  return isSideways ? followsAlong({ word, box }) : follows({ word, box, text })
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** pdfium gives right-to-left letters in the order in which they are read: each stands left of the one before. */
function follows({ word, box, text }: { word: Word; box: Box; text: string }): boolean {
  const middle = box.y + box.height / 2
  if (middle <= word.box.y || middle >= word.box.y + word.box.height) return false
  const gap = box.x - (word.box.x + word.box.width)
  if (gap < box.height * 0.5 && gap > -box.height) return true
  const gapBefore = word.box.x - (box.x + box.width)
  if (gapBefore >= box.height * 0.5 || gapBefore <= -box.height) return false
  return rightToLeft.test(text) || rightToLeft.test(word.text)
}

/** Sideways print goes on above or below its last letter, in the same column. */
function followsAlong({ word, box }: { word: Word; box: Box }): boolean {
  const middle = box.x + box.width / 2
  const sameColumn = middle > word.box.x && middle < word.box.x + word.box.width
  const gap = Math.max(box.y - (word.box.y + word.box.height), word.box.y - (box.y + box.height))
  return sameColumn && gap < box.width * 0.5
}

function widen({ box, by }: { box: Box; by: Box }): void {
  const right = Math.max(box.x + box.width, by.x + by.width)
  const bottom = Math.max(box.y + box.height, by.y + by.height)
  box.x = Math.min(box.x, by.x)
  box.y = Math.min(box.y, by.y)
  box.width = right - box.x
  box.height = bottom - box.y
}
