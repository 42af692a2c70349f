import type { Word } from '../../readers/reading'
import { bottomOf, rightOf } from '../layout/box'
import type { Layout, LayoutPage, Segment } from '../layout/layout'
import { surroundingsOf } from '../layout/surroundings'
import { oncePer } from '../vocabulary/memoize-by-ref'
import type { LabelRun } from './label-runs'

/** How words stand to the label that may name them. */
export type Relation =
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
  pageIndex: number
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

const joiner =
  /^(?:[:：.·…\-–—=|]+|\.{2,}|is|are|was|of|to|at|on|for|amounts|amount|ist|es|est|è|é|beträgt|lautet)$/iu
const mostLines = 4

/** The places where a label's value may stand. */
export function zonesOf({ layout, run }: { layout: Layout; run: LabelRun }): Zone[] {
  const { segment, start, end } = run
  const laid = layout.pages[segment.pageIndex]
  if (!laid) return []
  const rest = segment.words.slice(end)
  const begin = rest.findIndex((word) => !joiner.test(word.text))
  const marks = marksBefore({ laid, run })
  const zones: Zone[] = marks ? [marks] : []
  if (begin >= 0) {
    const isProse = segment.words.length > 7 && !run.isColon
    const relation = run.isColon ? 'inline' : isProse || start > 1 ? 'said' : 'beside'
    zones.push(
      inlineZone({ layout, laid, run, relation, words: rest.slice(begin), skipped: rest.slice(0, begin) }),
    )
    return zones
  }
  const line = lineOf(laid).get(segment) ?? []
  const at = line.indexOf(segment)
  const behind = line.slice(at + 1).filter(({ text }) => /[\p{L}\p{N}]/u.test(text) || isMark(text))
  for (const [index, cell] of behind.slice(0, 2).entries())
    zones.push({
      relation: index === 0 ? 'right' : 'right2',
      pageIndex: segment.pageIndex,
      lines: [withoutJoiners(cell.words), ...linesBelow({ layout, cell })],
      cell,
      row: rowOf({ laid, cell, from: rightOf(segment.box), to: Number.POSITIVE_INFINITY }),
      gap: (cell.box.x - rightOf(segment.box)) / laid.lineHeight,
      joint: '',
    })
  zones.push(...zonesBelow({ layout, laid, segment, next: behind[0] }))
  const [above] = surroundingsOf({ layout, segment }).above
  if (above)
    zones.push({
      relation: 'above',
      pageIndex: segment.pageIndex,
      lines: [above.words],
      cell: above,
      row: [],
      gap: (segment.box.y - bottomOf(above.box)) / laid.lineHeight,
      joint: '',
    })
  return zones.filter(({ lines }) => (lines[0]?.length ?? 0) > 0)
}

/** The cells of each cell's line. */
export const lineOf = oncePer(
  ({ lines }: LayoutPage): Map<Segment, Segment[]> =>
    new Map(lines.flatMap(({ segments }) => segments.map((segment) => [segment, segments] as const))),
)

function inlineZone({
  layout,
  laid,
  run: { segment, end },
  relation,
  words,
  skipped,
}: {
  layout: Layout
  laid: LayoutPage
  run: LabelRun
  relation: Relation
  words: Word[]
  skipped: Word[]
}): Zone {
  const last = segment.words[end - 1]
  return {
    relation,
    pageIndex: segment.pageIndex,
    lines: [words, ...linesBelow({ layout, cell: segment })],
    cell: segment,
    row: rowOf({
      laid,
      cell: segment,
      from: last ? rightOf(last.box) - 1 : segment.box.x,
      to: Number.POSITIVE_INFINITY,
    }),
    gap: 0,
    joint: skipped
      .map((word) => (/\p{L}/u.test(word.text) ? word.text.toLowerCase() : '.'))
      .join('')
      .slice(0, 12),
  }
}

function zonesBelow({
  layout,
  laid,
  segment,
  next,
}: {
  layout: Layout
  laid: LayoutPage
  segment: Segment
  next: Segment | undefined
}): Zone[] {
  const names: Relation[] = ['below', 'below2', 'below3', 'below4']
  const zones: Zone[] = []
  let cell = surroundingsOf({ layout, segment }).below
  for (const relation of names) {
    if (!cell) break
    zones.push({
      relation,
      pageIndex: segment.pageIndex,
      lines: [cell.words, ...linesBelow({ layout, cell })],
      cell,
      row: rowOf({
        laid,
        cell,
        from: cell.box.x - 2 * laid.lineHeight,
        to: next ? next.box.x - 1 : Number.POSITIVE_INFINITY,
      }),
      gap: (cell.box.y - bottomOf(segment.box)) / laid.lineHeight,
      joint: '',
    })
    cell = surroundingsOf({ layout, segment: cell }).below
  }
  return zones
}

/** The lines that may go on with a cell: right below, at the same edge. */
function linesBelow({ layout, cell }: { layout: Layout; cell: Segment }): Word[][] {
  const lines: Word[][] = []
  const height = layout.pages[cell.pageIndex]?.lineHeight ?? 1
  let upper = cell
  while (lines.length < mostLines - 1) {
    const { below } = surroundingsOf({ layout, segment: upper })
    if (!below || below.box.y - bottomOf(upper.box) > 0.9 * height) break
    lines.push(below.words)
    upper = below
  }
  return lines
}

/** The words of a cell's line between two sides, with marks of boxes that cells leave out, up to the next label. */
function rowOf({
  laid,
  cell,
  from,
  to,
}: {
  laid: LayoutPage
  cell: Segment
  from: number
  to: number
}): Word[] {
  const middle = cell.box.y + cell.box.height / 2
  const words = laid.page.words
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
  return stop < 0 ? words.slice(0, 40) : words.slice(0, Math.min(stop, 40))
}

function withoutJoiners(words: Word[]): Word[] {
  const begin = words.findIndex((word) => !joiner.test(word.text))
  return begin > 0 ? words.slice(begin) : words
}

function isMark(text: string): boolean {
  return /^(?:☒|☐|☑|✓|■|□)$/u.test(text)
}

/** `☒ Insured`: what stands right before the label. */
function marksBefore({ laid, run: { segment, start } }: { laid: LayoutPage; run: LabelRun }): Zone | null {
  const first = segment.words[start]
  if (!first) return null
  const reach = 4 * laid.lineHeight
  const before = rowOf({ laid, cell: segment, from: first.box.x - reach, to: first.box.x - 0.1 })
  const near = before.slice(-3)
  if (
    near.length === 0 ||
    !/^(?:[^\p{L}\p{N}]|[[(]?[xXvV][\])]?|[()[\]]+)+$/u.test(near.map((word) => word.text).join(''))
  )
    return null
  return {
    relation: 'mark',
    pageIndex: segment.pageIndex,
    lines: [near],
    cell: segment,
    row: near,
    gap: 0,
    joint: '',
  }
}
