import { plainText } from '../../engine/readers/plain-text'
import type { Page, Reading, Word } from '../../engine/readers/reading'
import { widthOf } from './fonts/text-width'
import { readWithNoise } from './ocr-noise'
import type { Paper, PaperPage, Place, Run } from './paper'
import { createRandom } from './random'

/** The part of a run that a word was read from. */
export type Source = { run: number; start: number; end: number }

export type SourcedWord = { word: Word; sources: Source[] }

const sourcesOf = new WeakMap<Reading, Source[][][]>()

/**
 * The paper as a reader would give it: exact words of a PDF's text, or with noise above 0 what OCR makes of a
 * picture of it. 1 is a poor scan.
 */
export function toReading(paper: Paper, options: { noise?: number; seed?: number } = {}): Reading {
  const { noise = 0, seed = 1 } = options
  const pages = paper.pages.map((page) => {
    const exact = readExactly(page)
    return noise > 0 ? readWithNoise({ page, words: exact, noise, random: createRandom(seed) }) : exact
  })
  const reading: Reading = {
    pages: pages.map((words, index) => toPage({ words, index, isOcr: noise > 0, paper })),
    attachments: [],
    notices: [],
  }
  sourcesOf.set(
    reading,
    pages.map((words) => words.map(({ sources }) => sources)),
  )
  return reading
}

function toPage(given: { words: SourcedWord[]; index: number; isOcr: boolean; paper: Paper }): Page {
  const { words, index, isOcr, paper } = given
  const scale = isOcr ? ocrScale : 1
  return {
    number: index + 1,
    width: (paper.pages[index]?.width ?? 0) * scale,
    height: (paper.pages[index]?.height ?? 0) * scale,
    words: words.map(({ word }) => word),
    source: isOcr ? 'ocr' : 'text',
    turned: 0,
  }
}

/** Pixels a point: a scan at some 200 dots an inch. */
export const ocrScale = 2.8

function readExactly(page: PaperPage): SourcedWord[] {
  return page.runs.flatMap((run, index) => readRun(run, index))
}

function readRun(run: Run, index: number): SourcedWord[] {
  const look = { font: run.font, size: run.size, bold: run.bold === true }
  const words: SourcedWord[] = []
  for (const match of run.text.matchAll(/[^\s\u00a0\u202f]+/g)) {
    const [text] = match
    const start = match.index
    const before = widthOf(run.text.slice(0, start), look)
    const width = widthOf(text, look)
    const x = isRightToLeft(run.text) ? run.x + run.width - before - width : run.x + before
    words.push({
      word: {
        text: plainText(text),
        box: { x, y: run.y, width, height: run.height },
        confidence: 1,
        origin: 'text',
      },
      sources: [{ run: index, start, end: start + text.length }],
    })
  }
  return words
}

function isRightToLeft(text: string): boolean {
  return /[\u0590-\u07ff]/.test(text)
}

export type WordPlace = { page: number; word: number }

/** The words that spell one printing of a value; `page` and `word` are places in the reading's lists. */
export function wordsOfOccurrence(given: { reading: Reading; occurrence: Place[] }): WordPlace[] {
  const pages = sourcesOf.get(given.reading)
  if (!pages) throw new Error('This reading was not made by toReading.')
  return given.occurrence.flatMap((place) =>
    (pages[place.page] ?? []).flatMap((sources, word) =>
      sources.some((source) => overlaps(source, place)) ? [{ page: place.page, word }] : [],
    ),
  )
}

function overlaps(source: Source, place: Place): boolean {
  return source.run === place.run && source.start < place.end && source.end > place.start
}
