import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findDates } from '../extract/values/dates/dates'
import { parseAmount } from '../extract/values/money/amounts'
import type { Page, Reading, Word } from '../readers/reading'
import type { TrainingPaper } from './training-paper'

const recordSchema = z.object({
  id: z.string(),
  source: z.string(),
  width: z.number(),
  height: z.number(),
  fold: z.number(),
  group: z.string(),
  lines: z.array(
    z.object({
      text: z.string(),
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      page: z.number().optional(),
    }),
  ),
  labels: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
type LabelledRecord = z.infer<typeof recordSchema>

/** Labelled transcripts of a data folder: lines with boxes, values, and the fold of each paper's company. */
export function readTranscripts({ folder, file }: { folder: string; file: string }): TrainingPaper[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toTrainingPaper(recordSchema.parse(JSON.parse(line))))
}

function toTrainingPaper(record: LabelledRecord): TrainingPaper {
  const { id, source, fold, group } = record
  return { id, source, fold, group, reading: toReading(record), truth: toTruth(record) }
}

/**
 * A transcript as a reader gives it. Recognisers drop blanks between words; `joined` words are what becomes of that.
 */
export function withoutBlanks({
  paper,
  random,
}: {
  paper: TrainingPaper
  random: () => number
}): TrainingPaper {
  const pages = paper.reading.pages.map((page) => ({
    ...page,
    words: joinSome({ words: page.words, random }),
  }))
  return { ...paper, reading: { ...paper.reading, pages } }
}

function joinSome({ words, random }: { words: Word[]; random: () => number }): Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const last = joined.at(-1)
    const gap = last ? word.box.x - last.box.x - last.box.width : Number.POSITIVE_INFINITY
    const isNear = last !== undefined && last.box.y === word.box.y && gap >= 0 && gap < word.box.height
    if (last && isNear && random() < 0.45) {
      joined[joined.length - 1] = {
        ...last,
        text: last.text + word.text,
        box: { ...last.box, width: word.box.x + word.box.width - last.box.x },
      }
    } else joined.push(word)
  }
  return joined
}

function toReading({ source, width, height, lines }: LabelledRecord): Reading {
  const count = Math.max(...lines.map(({ page = 1 }) => page))
  const isPicture = source === 'sroie'
  const pages = Array.from(
    { length: count },
    (_, at): Page => ({
      number: at + 1,
      width,
      height,
      words: lines.filter(({ page = 1 }) => page === at + 1).flatMap((line) => wordsOf({ line, isPicture })),
      source: isPicture ? 'ocr' : 'text',
      turned: 0,
    }),
  )
  return { pages, attachments: [], notices: [] }
}

function wordsOf({ line, isPicture }: { line: LabelledRecord['lines'][number]; isPicture: boolean }): Word[] {
  const [x, y, width, height] = line.box
  const letter = width / Math.max(1, line.text.length)
  return [...line.text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: 1,
    origin: isPicture ? 'picture' : 'text',
    box: { x: x + match.index * letter, y, width: match[0].length * letter, height },
  }))
}

function toTruth({ labels, source }: LabelledRecord): TrainingPaper['truth'] {
  return source === 'sroie' ? toReceiptTruth(labels) : withoutNulls(labels)
}

type Labels = LabelledRecord['labels']

/** Receipts carry dates as printed, day first, and totals with their currency; invoices ISO dates and numbers. */
export function toReceiptTruth(labels: Labels): TrainingPaper['truth'] {
  const { date, total, ...others } = withoutNulls(labels)
  return {
    ...others,
    ...(date !== undefined && { date: readDay(String(date)) }),
    ...(total !== undefined && { total: parseAmount({ text: String(total) })?.value ?? Number.NaN }),
  }
}

function withoutNulls(labels: Labels): { [field: string]: string | number } {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  )
}

function readDay(text: string): string {
  const [eight] = /^\d{8}$/.exec(text.trim()) ?? []
  if (eight) return `${eight.slice(0, 4)}-${eight.slice(4, 6)}-${eight.slice(6)}`
  return findDates({ text, order: 'day-first' })[0]?.value ?? text
}
