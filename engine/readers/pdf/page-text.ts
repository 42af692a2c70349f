import type { QuarterTurn, Word } from '../reading'
import { readCharacters, type TextRun } from './characters'
import { addNotes } from './notes/note-words'
import type { OpenPage } from './notes/open-page'
import { findPainted } from './paint/find-painted'
import { judgeSight } from './paint/judge-sight'
import { listObjects, type PageObjects } from './paint/page-objects'
import { type PageFrame, readFrame, sizeOf } from './pdfium/page-frame'
import type { Pdfium } from './pdfium/pdfium'
import type { Size } from './pdfium/turn-box'
import { commonTurn, type Making, makeWords, type PrintedWord, type Sight } from './words'

/** What a page's own text tells before its pictures are looked at. */
export type PageText = {
  /** Words that a viewer shows, and those that the page holds where nobody sees them. */
  seen: Word[]
  hidden: Word[]
  /** Letters that the fonts give no meaning for. */
  unreadable: number
  /** They are so many that the page has to be read as a picture; the rest of its text is good. */
  isMeaningless: boolean
  turned: QuarterTurn
  frame: PageFrame
  objects: PageObjects
}

/** Of a page's letters; formulas and bullets have a few without meaning everywhere. */
const meaninglessShare = 0.15

type Given = { pdfium: Pdfium; opened: OpenPage; hasLayers: boolean }

/** The words of a page, with boxes on the page turned upright, and whether viewers show them. */
export function readPageText({ pdfium, opened, hasLayers }: Given): PageText {
  const { page, notes, notedFrom } = opened
  const characters = readCharacters({ pdfium, page })
  const { textRuns } = characters
  const frame = readFrame({ pdfium, page })
  const turned = commonTurn(textRuns)
  const objects = listObjects({ pdfium, page, notedFrom })
  const isNoted = (run: TextRun) =>
    notedFrom < Infinity && objects.texts.get(run.object)?.level.isNoted === true
  const sights = judgeSight({ pdfium, runs: textRuns, objects, frame, hasLayers })
  const letters = textRuns.reduce((sum, run) => sum + run.letters, 0)
  const unreadable = textRuns.reduce((sum, run) => sum + run.unreadable, 0)
  const isMeaningless = unreadable > 0 && unreadable >= letters * meaninglessShare
  const isLeftOut = (run: TextRun) => isMeaningless && run.unreadable > run.letters / 2
  const making = { characters, frame, turned, isNoted, isLeftOut }
  const look = (words: PrintedWord[]) => findPainted({ pdfium, page, turned, words, runs: textRuns })
  const words = settleSights({ making, sights, look }).filter(isWithin(sizeOf({ frame, turned })))
  const shown = words.filter(({ sight }) => sight === 'seen')
  const seen = addNotes({ notes, words: shown, characters, frame, turned, isNoted })
  return {
    seen: seen.map(({ word }) => word),
    hidden: words.filter(({ sight }) => sight !== 'seen').map(({ word }) => word),
    unreadable,
    isMeaningless,
    turned,
    frame,
    objects,
  }
}

function isWithin(page: Size): (one: PrintedWord) => boolean {
  return ({ word: { box } }) => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    return x >= 0 && y >= 0 && x <= page.width && y <= page.height
  }
}

/**
 * Words of which each is known to be seen or not. Runs that turn out to be seen are joined with those beside them; of
 * those that are seen in part, each word stands for itself.
 */
function settleSights(input: {
  making: Omit<Making, 'sights'>
  sights: Sight[]
  look: (words: PrintedWord[]) => Set<PrintedWord>
}): PrintedWord[] {
  const { making, sights, look } = input
  const first = makeWords({ ...making, sights })
  const unsure = first.filter(({ sight }) => sight === 'unsure')
  if (unsure.length === 0) return first
  const painted = look(unsure)
  const runsOf = (words: PrintedWord[]) => new Set(words.flatMap(({ runs }) => runs))
  const shown = runsOf(unsure.filter((one) => painted.has(one)))
  const hidden = runsOf(unsure.filter((one) => !painted.has(one)))
  const mixed = spread({ runs: [...shown].filter((run) => hidden.has(run)), words: unsure })
  const settled = sights.map((sight, run): Sight => {
    if (sight !== 'unsure') return sight
    if (mixed.has(run)) return 'gone'
    return shown.has(run) ? 'seen' : 'invisible'
  })
  const inPart = unsure.filter(({ runs }) => runs.some((run) => mixed.has(run)))
  return [
    ...makeWords({ ...making, sights: settled }),
    ...inPart.map((one) => ({
      ...one,
      sight: painted.has(one) ? ('seen' as const) : ('invisible' as const),
    })),
  ]
}

/** These runs and all that share a word with one of them. */
function spread({ runs, words }: { runs: number[]; words: PrintedWord[] }): Set<number> {
  const found = new Set(runs)
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const word of words) {
      if (word.runs.some((run) => found.has(run))) for (const run of word.runs) found.add(run)
    }
  }
  return found
}

export function lettersOf(words: Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0)
}
