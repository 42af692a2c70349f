import { widthOf } from '../fonts/text-width'
import type { ColumnKey, FontFamily, PaperPage, Place, Run, Shape, TrueField, TrueRow } from '../paper'
import { type Mark, type Phrase, textOf, textOfPiece, wrap } from './phrase'

export type Writing = {
  x: number
  y: number
  size: number
  font: FontFamily
  bold?: boolean
  colour?: string
  /** Which end of the run stands at `x`. */
  align?: 'left' | 'right' | 'centre'
  page?: number
}

/** Pages that are being written on. */
export type Sheet = {
  pages: PaperPage[]
  /** The page that is written on, counted from 0. */
  current: () => number
  addPage: (size: { width: number; height: number }) => void
  write: (phrase: Phrase, how: Writing) => { width: number; bottom: number }
  /** Broken into lines where it is too wide. */
  writeWithin: (phrase: Phrase, how: Writing & { width: number; gap?: number }) => { bottom: number }
  draw: (shape: Shape) => void
  findTruth: () => { truth: { [field: string]: TrueField }; lineItems: TrueRow[] }
}

export const lineShare = 1.2

export function createSheet(): Sheet {
  const pages: PaperPage[] = []
  const places = new Map<Mark, Place[]>()

  const sheet: Sheet = {
    pages,
    current: () => pages.length - 1,
    addPage: ({ width, height }) => pages.push({ width, height, runs: [], shapes: [] }),
    write: (phrase, how) => {
      const text = textOf(phrase)
      const width = widthOf(text, { font: how.font, size: how.size, bold: how.bold === true })
      if (text.trim() === '') return { width: 0, bottom: how.y + how.size * lineShare }
      const page = how.page ?? pages.length - 1
      const runs = pages[page]?.runs
      if (!runs) throw new Error('There is no page to write on.')
      noteMarks({ places, phrase, page, run: runs.length })
      runs.push(toRun({ text, width, how }))
      return { width, bottom: how.y + how.size * lineShare }
    },
    writeWithin: (phrase, { width, gap = 1.25, ...how }) => {
      const lines = wrap(phrase, { width, font: how.font, size: how.size, bold: how.bold === true })
      lines.forEach((line, index) => {
        sheet.write(line, { ...how, y: how.y + index * how.size * gap })
      })
      return { bottom: how.y + lines.length * how.size * gap }
    },
    draw: (shape) => pages.at(-1)?.shapes.push(shape),
    findTruth: () => toTruth(places),
  }
  return sheet
}

function toRun({ text, width, how }: { text: string; width: number; how: Writing }): Run {
  const { align = 'left', size, font, bold, colour } = how
  const shift = align === 'left' ? 0 : align === 'right' ? width : width / 2
  return {
    text,
    x: rounded(how.x - shift),
    y: rounded(how.y),
    width: rounded(width),
    height: rounded(size * lineShare),
    size,
    font,
    ...(bold && { bold: true as const }),
    ...(colour !== undefined && { colour }),
  }
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}

function noteMarks(given: { places: Map<Mark, Place[]>; phrase: Phrase; page: number; run: number }) {
  let start = 0
  for (const piece of given.phrase) {
    const text = textOfPiece(piece)
    const end = start + text.length
    if (typeof piece !== 'string' && text !== '') {
      for (const mark of piece.marks) {
        const known = given.places.get(mark) ?? []
        known.push({ page: given.page, run: given.run, start, end })
        given.places.set(mark, known)
      }
    }
    start = end
  }
}

function toTruth(places: Map<Mark, Place[]>): ReturnType<Sheet['findTruth']> {
  const truth: { [field: string]: TrueField } = {}
  const rows = new Map<number, TrueRow>()
  for (const [mark, parts] of places) {
    const fields: { [field: string]: TrueField | undefined } =
      mark.row === undefined ? truth : (rows.get(mark.row) ?? {})
    if (mark.row !== undefined) rows.set(mark.row, fields as { [column in ColumnKey]?: TrueField })
    const known = fields[mark.field]
    if (known) known.occurrences.push(parts)
    else fields[mark.field] = { value: mark.value, occurrences: [parts] }
  }
  const lineItems = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  return { truth, lineItems }
}
