import type { QuarterTurn, Word } from '../reading'
import { readCharacters, type TextRun } from './characters'
import { addNotes } from './note-words'
import type { OpenPage } from './open-page'
import { type PageFrame, readFrame, sizeOf } from './page-frame'
import { findPainted } from './paint/find-painted'
import { judgeSight } from './paint/judge-sight'
import { listObjects, type PageObjects } from './paint/page-objects'
import type { Pdfium } from './pdfium'
import { commonTurn, makeWords, type PrintedWord } from './words'

/** What a page's own text tells before its pictures are looked at. */
export type PageText = {
  /** Words that a viewer shows, and those that the page holds where nobody sees them. */
  seen: Word[]
  hidden: Word[]
  letters: number
  unreadable: number
  turned: QuarterTurn
  frame: PageFrame
  objects: PageObjects
}

type Given = { pdfium: Pdfium; opened: OpenPage; hasLayers: boolean }

/** The words of a page, with boxes on the page turned upright, and whether viewers show them. */
export function readPageText({ pdfium, opened, hasLayers }: Given): PageText {
  const { page, notes, notedFrom } = opened
  const characters = readCharacters({ pdfium, page })
  const { textRuns } = characters
  const frame = readFrame({ pdfium, page })
  const turned = commonTurn(textRuns)
  const objects = listObjects({ pdfium, page, notedFrom })
  const isNoted = (run: TextRun) => objects.texts.get(run.object)?.level.isNoted === true
  const sights = judgeSight({ pdfium, runs: textRuns, objects, frame, hasLayers })
  const size = sizeOf({ frame, turned })
  const printed = makeWords({ characters, frame, turned, sights, isNoted }).filter(({ word: { box } }) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    return x >= 0 && y >= 0 && x <= size.width && y <= size.height
  })
  const unsure = printed.filter(({ sight }) => sight === 'unsure')
  const painted = findPainted({ pdfium, page, turned, words: unsure, runs: textRuns })
  const isSeen = (one: PrintedWord) => one.sight === 'seen' || painted.has(one)
  const seen = addNotes({ notes, words: printed.filter(isSeen), characters, frame, turned, isNoted })
  return {
    seen: seen.map(({ word }) => word),
    hidden: printed.filter((one) => !isSeen(one)).map(({ word }) => word),
    letters: textRuns.reduce((sum, run) => sum + run.letters, 0),
    unreadable: textRuns.reduce((sum, run) => sum + run.unreadable, 0),
    turned,
    frame,
    objects,
  }
}

export function lettersOf(words: Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}
