import type { Box } from '../../readers/reading'
import { boxAround, horizontalOverlap, rightOf } from '../layout/box'
import type { LayoutPage } from '../layout/layout'
import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { isNumeric, isTelling, type Part } from './cell-parts'
import type { HeadColumn } from './heads/find-heads'

/** Parts of several lines that stand exactly below one another: they are of one column. */
type Track = { parts: Part[]; box: Box }

/** Farther from every head than this, in lines of print, a text belongs to something beside the table. */
const maxDistance = 5
/** Edges that differ by less, in lines of print, are one. */
const edge = 0.3

/**
 * The column of each part. What is aligned goes together, figures by their right edge and words by their left one, to
 * the head that is nearest and not taken by something else on the same lines.
 */
export function placeParts({
  parts,
  columns,
  page,
}: {
  parts: Part[]
  columns: HeadColumn[]
  page: LayoutPage
}): Map<Part, HeadColumn> {
  const placed = new Map<Part, HeadColumn>()
  const held = new Map(columns.map((column) => [column, new Map<number, Part>()]))
  const tracks = toTracks({ parts, page })
  for (const { track, column } of rankPairs({ tracks, columns, page })) {
    const lines = held.get(column)
    if (!lines || track.parts.some((part) => placed.has(part))) continue
    const free = track.parts.filter((part) => fits({ part, other: lines.get(part.line), column, page }))
    if (free.length * 2 < track.parts.length) continue
    for (const part of free) {
      placed.set(part, column)
      lines.set(part.line, part)
    }
  }
  for (const track of tracks) {
    const open = track.parts.filter((part) => !placed.has(part))
    if (track.parts[0]?.isFigure && open.length * 2 > track.parts.length) {
      for (const part of open) placed.set(part, toUnheaded(track))
    }
  }
  return placed
}

/** Figures below each other that nothing heads; what they are only multiplication can say. */
const toUnheaded = memoizeByRef(
  ({ box }: Track): HeadColumn => ({
    field: null,
    text: '',
    box,
    similarity: 0.8,
    rivals: [],
    isOther: false,
  }),
)

/** A cell may hold several texts close to each other, but one figure. */
function fits(input: { part: Part; other: Part | undefined; column: HeadColumn; page: LayoutPage }): boolean {
  const { part, other, column, page } = input
  if (!other) return true
  if (column.field === null) return false
  const gap = Math.max(part.box.x - rightOf(other.box), other.box.x - rightOf(part.box))
  return gap < page.lineHeight * (isTelling(column.field) ? 0.5 : 3)
}

function toTracks({ parts, page }: { parts: Part[]; page: LayoutPage }): Track[] {
  const step = page.lineHeight * edge
  const edgeOf = ({ isFigure, box }: Part) => (isFigure ? rightOf(box) : box.x)
  return [true, false].flatMap((isFigure) => {
    const tracks: Part[][] = []
    let last = Number.NEGATIVE_INFINITY
    for (const part of parts
      .filter((one) => one.isFigure === isFigure)
      .sort((a, b) => edgeOf(a) - edgeOf(b))) {
      if (edgeOf(part) - last > step) tracks.push([])
      tracks.at(-1)?.push(part)
      last = edgeOf(part)
    }
    return tracks.map((track) => ({ parts: track, box: boxAround(track) }))
  })
}

/** All pairs that may be, cheapest first; of equals the track with more parts. */
function rankPairs(input: { tracks: Track[]; columns: HeadColumn[]; page: LayoutPage }) {
  const { tracks, columns, page } = input
  return tracks
    .flatMap((track) => columns.map((column) => ({ track, column, cost: costOf({ track, column }) })))
    .filter(({ cost }) => cost < page.lineHeight * maxDistance)
    .sort((a, b) => a.cost - b.cost || b.track.parts.length - a.track.parts.length)
}

/** How far a track stands from a head: by left edges, right edges or middles, whichever are aligned. */
function costOf({ track, column: { box: head, field } }: { track: Track; column: HeadColumn }): number {
  const [part] = track.parts
  if (!part) return Number.POSITIVE_INFINITY
  const sides = [
    (box: Box) => Math.abs(box.x - head.x),
    (box: Box) => Math.abs(rightOf(box) - rightOf(head)),
    (box: Box) => Math.abs(box.x + box.width / 2 - head.x - head.width / 2),
  ].map((distance) => medianOf(track.parts.map(({ box }) => distance(box))))
  const isUnder = horizontalOverlap({ a: track.box, b: head }) > 0
  return Math.min(...sides) * (isUnder ? 0.4 : 1) * misfitOf({ part, field })
}

function misfitOf({ part, field }: { part: Part; field: HeadColumn['field'] }): number {
  if (!field) return 1
  if (!part.isFigure && isNumeric(field)) return 3
  return part.isFigure && !isTelling(field) ? 2 : 1
}

function medianOf(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
