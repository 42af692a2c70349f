import { bottomOf, rightOf } from '@/engine/extract/layout/box'
import type { Segment } from '@/engine/extract/layout/layout'
import { lineOf, surroundingsOf } from '@/engine/extract/layout/surroundings'
import type { Word } from '@/engine/readers/reading'
import type { LabelRun } from './label-runs'

/** How words stand to the label that may name them. */
type Relation =
  | 'inline'
  | 'beside'
  | 'said'
  | 'right'
  | 'right2'
  | 'below'
  | 'below2'
  | 'below3'
  | 'below4'
  | 'above'
  | 'mark'
  | 'free'

/** Where the value of a label may stand. */
export type Zone = {
  relation: Relation
  /** The words of its first line, and of the lines that may go on with it. */
  lines: Word[][]
  /** The cell that it begins in. */
  cell: Segment
  /** Everything in the line up to the next label, with the marks that cells leave out. */
  row: Word[]
  /** From the label to the value, in lines of print. */
  gap: number
  /** What joins the value to its label. */
  joint: string
}

export function toZone(zone: Partial<Zone> & Pick<Zone, 'relation' | 'cell'>): Zone {
  return { lines: [zone.cell.words], row: [], gap: 0, joint: '', ...zone }
}

const joiner =
  /^(?:[:：.·…\-–—=|]+|\.{2,}|is|are|was|of|to|at|on|for|amounts|amount|ist|es|est|è|é|beträgt|lautet)$/iu
const mostLines = 4

/** The places where a label's value may stand. */
export function zonesOf(run: LabelRun): Zone[] {
  const { segment } = run
  const rest = segment.words.slice(run.end)
  const marks = marksBefore(run)
  if (rest.some(isWord)) return [...marks, zoneInside({ run, rest })]
  const { lineHeight } = segment.page
  const line = lineOf(segment)
  const behind = line
    .slice(line.indexOf(segment) + 1)
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) || isMark(text))
  const beside = behind.slice(0, 2).map((cell, index) =>
    toZone({
      relation: index === 0 ? 'right' : 'right2',
      cell,
      lines: [withoutJoiners(cell.words), ...linesBelow(cell)],
      row: rowOf({ cell, from: rightOf(segment.box) }),
      gap: (cell.box.x - rightOf(segment.box)) / lineHeight,
    }),
  )
  const above = surroundingsOf(segment)
    .above.slice(0, 1)
    .map((cell) =>
      toZone({ relation: 'above', cell, gap: (segment.box.y - bottomOf(cell.box)) / lineHeight }),
    )
  return [...marks, ...beside, ...zonesBelow({ segment, next: behind[0] }), ...above].filter(
    ({ lines }) => (lines[0]?.length ?? 0) > 0,
  )
}

function isWord({ text }: Word): boolean {
  return !joiner.test(text)
}

/** What stands behind a label in its own cell. */
function zoneInside({ run, rest }: { run: LabelRun; rest: Word[] }): Zone {
  const { segment, start, end, isColon } = run
  const begin = rest.findIndex(isWord)
  const isProse = segment.words.length > 7
  const last = segment.words[end - 1]
  return toZone({
    relation: isColon ? 'inline' : isProse || start > 1 ? 'said' : 'beside',
    cell: segment,
    lines: [rest.slice(begin), ...linesBelow(segment)],
    row: rowOf({ cell: segment, from: last ? rightOf(last.box) - 1 : segment.box.x }),
    joint: rest
      .slice(0, begin)
      .map(({ text }) => (/\p{L}/u.test(text) ? text.toLowerCase() : '.'))
      .join('')
      .slice(0, 12),
  })
}

function zonesBelow({ segment, next }: { segment: Segment; next: Segment | undefined }): Zone[] {
  const { lineHeight } = segment.page
  const zones: Zone[] = []
  let cell = surroundingsOf(segment).below
  for (const relation of ['below', 'below2', 'below3', 'below4'] as const) {
    if (!cell) break
    zones.push(
      toZone({
        relation,
        cell,
        lines: [cell.words, ...linesBelow(cell)],
        row: rowOf({ cell, from: cell.box.x - 2 * lineHeight, ...(next && { to: next.box.x - 1 }) }),
        gap: (cell.box.y - bottomOf(segment.box)) / lineHeight,
      }),
    )
    cell = surroundingsOf(cell).below
  }
  return zones
}

/** The lines that may go on with a cell: right below, at the same edge. */
function linesBelow(cell: Segment): Word[][] {
  const lines: Word[][] = []
  let upper = cell
  while (lines.length < mostLines - 1) {
    const { below } = surroundingsOf(upper)
    if (!below || below.box.y - bottomOf(upper.box) > 0.9 * cell.page.lineHeight) break
    lines.push(below.words)
    upper = below
  }
  return lines
}

type Row = { cell: Segment; from: number; to?: number }

/** The words of a cell's line between two sides, with marks of boxes that cells leave out, up to the next label. */
function rowOf({ cell, from, to = Number.POSITIVE_INFINITY }: Row): Word[] {
  const middle = cell.box.y + cell.box.height / 2
  const words = cell.page.words
    .filter(
      ({ box }) =>
        box.x >= from &&
        box.x < to &&
        box.y <= middle &&
        bottomOf(box) >= middle &&
        box.height < cell.box.height * 3,
    )
    .sort((a, b) => a.box.x - b.box.x)
  const stop = words.findIndex((word, at) => at > 0 && /\p{L}[:：]$/u.test(word.text))
  return words.slice(0, stop < 0 ? 40 : Math.min(stop, 40))
}

function withoutJoiners(words: Word[]): Word[] {
  const begin = words.findIndex(isWord)
  return begin > 0 ? words.slice(begin) : words
}

function isMark(text: string): boolean {
  return /^(?:☒|☐|☑|✓|■|□)$/u.test(text)
}

/** `☒ Insured`: what stands right before the label. */
function marksBefore({ segment, start }: LabelRun): Zone[] {
  const first = segment.words[start]
  if (!first) return []
  const from = first.box.x - 4 * segment.page.lineHeight
  const near = rowOf({ cell: segment, from, to: first.box.x - 0.1 }).slice(-3)
  const text = near.map((word) => word.text).join('')
  const isMarks = /^(?:[^\p{L}\p{N}]|[[(]?[xXvV][\])]?|[()[\]]+)+$/u.test(text)
  return isMarks ? [toZone({ relation: 'mark', cell: segment, lines: [near], row: near })] : []
}
