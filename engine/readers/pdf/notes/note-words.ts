import { plainText } from '@/engine/readers/plain-text'
import type { Box, QuarterTurn, Word } from '@/engine/readers/reading'
import type { PageCharacters, TextRun } from '../characters'
import { type PageFrame, placeOnPage } from '../pdfium/page-frame'
import type { PrintedWord } from '../words'
import type { Note } from './form-fields'

type Noting = {
  notes: Note[]
  words: PrintedWord[]
  characters: PageCharacters
  frame: PageFrame
  turned: QuarterTurn
  isNoted: (run: TextRun) => boolean
}

const ticked = '☒'
const unticked = '☐'

/**
 * The words of a page with its form: a tick for each box to be ticked, the values that no appearance shows, and none
 * of what stands in a field that is not filled in.
 */
export function addNotes(noting: Noting): PrintedWord[] {
  const { notes, characters, frame, turned } = noting
  if (notes.length === 0) return noting.words
  const noted = characters.textRuns.filter(noting.isNoted)
  const placedNotes = notes.map((note) => ({ note, box: placeOnPage({ frame, turned, edges: note.edges }) }))
  const replaced = placedNotes.filter(({ note }) => note.kind === 'tick' || isEmptyField(note))
  const kept = noting.words.filter(
    ({ word }) => word.origin !== 'form' || !replaced.some(({ box }) => isWithin({ word, box })),
  )
  const runBoxes = noted.map((run) => placeOnPage({ frame, turned, edges: run.edges }))
  const added = placedNotes.flatMap(({ note, box }) => {
    if (note.kind === 'tick') return [formWord({ text: note.isTicked ? ticked : unticked, box })]
    if (note.text.trim() === '') return []
    return runBoxes.some((run) => touches(run, box)) ? [] : layOut({ text: note.text, box })
  })
  return [...kept, ...added.map((word) => ({ word, runs: [], sight: 'seen' as const }))]
}

/** What stands in it tells what to fill in. */
function isEmptyField(note: Note): boolean {
  return note.kind === 'field' && note.text.trim() === ''
}

function formWord({ text, box }: { text: string; box: Box }): Word {
  return { text, box, confidence: 1, origin: 'form' }
}

function isWithin({ word, box }: { word: Word; box: Box }): boolean {
  const x = word.box.x + word.box.width / 2
  const y = word.box.y + word.box.height / 2
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Points, and shares of a letter's height. */
const tallestLine = 14
const letterWidth = 0.5

/** Words of a value that pdfium has no appearance for, about where a viewer would print them. */
function layOut({ text, box }: { text: string; box: Box }): Word[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => wrap({ line, width: box.width }))
  const height = Math.min(tallestLine, box.height / Math.max(1, lines.length))
  return lines.flatMap((line, index) => {
    const words = plainText(line).split(' ').filter(Boolean)
    const longest = words.join(' ').length
    const step = Math.min(height * letterWidth, box.width / Math.max(1, longest))
    let x = box.x
    return words.map((word) => {
      const wordBox = { x, y: box.y + index * height, width: word.length * step, height }
      x += (word.length + 1) * step
      return formWord({ text: word, box: wordBox })
    })
  })
}

/** A line that is too wide for its box goes on in the next one. */
function wrap({ line, width }: { line: string; width: number }): string[] {
  const most = Math.max(8, Math.floor(width / (tallestLine * letterWidth * 0.7)))
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
