import { type Character, readCharacters } from './characters'
import type { Pdfium } from './pdfium'
import type { Box, QuarterTurn, Word } from '../reading'

export type PageText = {
  words: Word[]
  /** Share of the characters that the fonts give no meaning for, 0 to 1. */
  unreadableShare: number
  /** Degrees clockwise by which the displayed page is to be turned so that most of its print is upright. */
  turned: QuarterTurn
}

/** The words of a PDF page in reading order as stored, with boxes on the page turned upright. */
export function readPageWords({ pdfium, page }: { pdfium: Pdfium; page: number }): PageText {
  const { characters, turned } = readCharacters({ pdfium, page })
  const printed = characters.filter((character) => character.box !== null)
  const unreadable = printed.filter((character) => character.unreadable).length
  return {
    words: joinCharacters(characters),
    unreadableShare: printed.length === 0 ? 0 : unreadable / printed.length,
    turned,
  }
}

/** Characters to words: a blank, a jump to another line or a gap as wide as half a letter's height ends a word. */
function joinCharacters(characters: Character[]): Word[] {
  const words: Word[] = []
  let current: Word | null = null
  for (const { text, box, isSideways } of characters) {
    if (box === null) {
      current = null
      continue
    }
    if (current && isSideways === isSidewaysWord(current) && follows({ word: current, box })) {
      current.text += text
      current.box = union(current.box, box)
    } else {
      current = { text, box, confidence: 1, ...(isSideways && { isSideways }) }
      words.push(current)
    }
  }
  return words
}

function isSidewaysWord(word: Word): boolean {
  return word.isSideways === true
}

function follows({ word, box }: { word: Word; box: Box }): boolean {
  if (isSidewaysWord(word)) return followsAlong({ word, box })
  const gap = box.x - (word.box.x + word.box.width)
  const middle = box.y + box.height / 2
  const sameLine = middle > word.box.y && middle < word.box.y + word.box.height
  return sameLine && gap < box.height * 0.5 && gap > -box.height
}

/** Sideways print goes on above or below its last letter, in the same column. */
function followsAlong({ word, box }: { word: Word; box: Box }): boolean {
  const middle = box.x + box.width / 2
  const sameColumn = middle > word.box.x && middle < word.box.x + word.box.width
  const gap = Math.max(box.y - (word.box.y + word.box.height), word.box.y - (box.y + box.height))
  return sameColumn && gap < box.width * 0.5
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}
