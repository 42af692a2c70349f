import { type LineFrame, lengthOf, type Point } from './line-frame'
import { smallestRectangle } from './smallest-rectangle'

/** How likely each point is print, row by row, 0 to 1. */
type PrintMap = { width: number; height: number; values: Float32Array }

/** As PP-OCR's own detection takes them. */
const printFrom = 0.3
const leastPoints = 10
const leastMean = 0.5
const leastSide = 3
const growth = 1.6

/** Lines of print out of a detection map, in its points. */
export function findLinesOfMap(map: PrintMap): LineFrame[] {
  const seen = new Uint8Array(map.values.length)
  const lines: LineFrame[] = []
  for (let start = 0; start < map.values.length; start += 1) {
    if (seen[start] || (map.values[start] ?? 0) <= printFrom) continue
    const { points, mean, outline } = fillComponent({ map, seen, start })
    if (points < leastPoints || mean < leastMean) continue
    const frame = smallestRectangle(outline)
    if (Math.min(lengthOf(frame.along), lengthOf(frame.across)) >= leastSide) lines.push(grow(frame))
  }
  return lines
}

type Component = { points: number; mean: number; outline: Point[] }

/** Floods from one point; the outline holds the first and last point of each row. */
function fillComponent({ map, seen, start }: { map: PrintMap; seen: Uint8Array; start: number }): Component {
  const { width, height, values } = map
  const rows = new Map<number, { first: number; last: number }>()
  const stack = [start]
  seen[start] = 1
  let points = 0
  let sum = 0
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    points += 1
    sum += values[at] ?? 0
    const row = rows.get(y)
    rows.set(y, { first: Math.min(row?.first ?? x, x), last: Math.max(row?.last ?? x, x) })
    for (let nextY = Math.max(0, y - 1); nextY <= Math.min(height - 1, y + 1); nextY += 1) {
      for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX += 1) {
        const next = nextY * width + nextX
        if (seen[next] || (values[next] ?? 0) <= printFrom) continue
        seen[next] = 1
        stack.push(next)
      }
    }
  }
  const outline = [...rows].flatMap(([y, { first, last }]) => [
    { x: first, y },
    { x: last, y },
  ])
  return { points, mean: sum / points, outline }
}

/** The map shows the core of a line; its print reaches beyond by area × growth / perimeter on each side. */
function grow({ origin, along, across }: LineFrame): LineFrame {
  const [length, height] = [lengthOf(along), lengthOf(across)]
  const by = (length * height * growth) / (2 * (length + height))
  const longer = 1 + (2 * by) / length
  const higher = 1 + (2 * by) / height
  return {
    origin: {
      x: origin.x - (along.x * (longer - 1) + across.x * (higher - 1)) / 2,
      y: origin.y - (along.y * (longer - 1) + across.y * (higher - 1)) / 2,
    },
    along: { x: along.x * longer, y: along.y * longer },
    across: { x: across.x * higher, y: across.y * higher },
  }
}
