import { plainCharacter } from '../plain-text'
import type { Box, QuarterTurn, Word } from '../reading'
import type { PageCharacters, TextRun } from './characters'
import { boxAt, type PageFrame, placeAll } from './pdfium/page-frame'

/** What is known of a run of text before its words are made: left out, on the page, or to be looked at. */
export type Sight = 'seen' | 'unsure' | 'invisible' | 'gone'

/** A word with the runs of text that painted it. */
export type PrintedWord = { word: Word; runs: number[]; sight: Sight }

/** A page is held for most of its print; where no way has the most, as it is displayed. */
export function commonTurn(runs: TextRun[]): QuarterTurn {
  const letters = runs.reduce((sum, run) => sum + run.letters, 0)
  const lettersOf = (turn: QuarterTurn) =>
    runs.reduce((sum, run) => sum + (run.turn === turn ? run.letters : 0), 0)
  return ([0, 90, 180, 270] as const).find((turn) => lettersOf(turn) > letters * 0.6) ?? 0
}

export type Making = {
  characters: PageCharacters
  frame: PageFrame
  turned: QuarterTurn
  /** One for each run of text. */
  sights: Sight[]
  /** Whether a run holds what a form or a note painted, not the page itself. */
  isNoted: (run: TextRun) => boolean
  /** Whether a run's letters have no meaning. */
  isLeftOut: (run: TextRun) => boolean
}

/**
 * Characters to words, with boxes on the page turned upright: a blank, a jump to another line, a gap as wide as half a
 * letter's height or another kind of sight ends a word.
 */
export function makeWords(making: Making): PrintedWord[] {
  const { characters, frame, turned, sights } = making
  const { count, codes, runs, textRuns } = characters
  const boxes = placeAll({ frame, turned, edges: characters.edges })
  const words: PrintedWord[] = []
  let current: PrintedWord | null = null
  for (let index = 0; index < count; index += 1) {
    const runIndex = runs[index] ?? -1
    const run = textRuns[runIndex]
    const sight = sights[runIndex]
    if (!run || !sight || sight === 'gone' || making.isLeftOut(run)) {
      current = null
      continue
    }
    const text = plainCharacter(codes[index] ?? 32)
    if (text === '') continue
    const at = index * 4
    const isSideways = (run.turn - turned) % 180 !== 0
    if (current && isAlike({ current, sight, isSideways }) && goesOn(current.word, text, boxes, at)) {
      current.word.text += text
      widen(current.word.box, boxes, at)
      if (current.runs.at(-1) !== runIndex) current.runs.push(runIndex)
      continue
    }
    const origin = making.isNoted(run) ? 'form' : 'text'
    const word: Word = { text, box: boxAt({ boxes, at }), confidence: 1, origin }
    if (isSideways) word.isSideways = true
    current = { word, runs: [runIndex], sight }
    words.push(current)
  }
  return words
}

function isAlike(input: { current: PrintedWord; sight: Sight; isSideways: boolean }): boolean {
  const { current, sight, isSideways } = input
  return current.sight === sight && (current.word.isSideways ?? false) === isSideways
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

// These three run for every character: an object for each would cost as much as all the rest.

function goesOn(word: Word, text: string, boxes: Float64Array, at: number): boolean {
  const x = boxes[at] ?? 0
  const y = boxes[at + 1] ?? 0
  const width = boxes[at + 2] ?? 0
  const height = boxes[at + 3] ?? 0
  const { box } = word
  if (word.isSideways) return goesOnAlong(box, boxes, at)
  const middle = y + height / 2
  if (middle <= box.y || middle >= box.y + box.height) return false
  const gap = x - (box.x + box.width)
  if (gap < height * 0.5 && gap > -height) return true
  // pdfium gives right-to-left letters in the order in which they are read: each stands left of the one before.
  const gapBefore = box.x - (x + width)
  if (gapBefore >= height * 0.5 || gapBefore <= -height) return false
  return rightToLeft.test(text) || rightToLeft.test(word.text)
}

/** Sideways print goes on above or below its last letter, in the same column. */
function goesOnAlong(box: Box, boxes: Float64Array, at: number): boolean {
  const { x, y, width, height } = boxAt({ boxes, at })
  const middle = x + width / 2
  const sameColumn = middle > box.x && middle < box.x + box.width
  const gap = Math.max(y - (box.y + box.height), box.y - (y + height))
  return sameColumn && gap < width * 0.5
}

function widen(box: Box, boxes: Float64Array, at: number): void {
  const { x, y } = box
  const x2 = boxes[at] ?? 0
  const y2 = boxes[at + 1] ?? 0
  const width = boxes[at + 2] ?? 0
  const height = boxes[at + 3] ?? 0
  box.x = Math.min(x, x2)
  box.y = Math.min(y, y2)
  box.width = Math.max(x + box.width, x2 + width) - box.x
  box.height = Math.max(y + box.height, y2 + height) - box.y
}
