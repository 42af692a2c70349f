import type { LineFrame, Point } from './line-frame'

/** Beyond this proportion the longer side is the way print runs; the core of a lone digit is taller than wide too. */
const clearlyLonger = 4

/** The rectangle of least area around the points, at any angle, as a line that is read to the right or upwards. */
export function smallestRectangle(points: Point[]): LineFrame {
  const hull = convexHull(points)
  const candidates = hull.map((from, index) =>
    rectangleAlong({ hull, from, to: hull[(index + 1) % hull.length] ?? from }),
  )
  const best = candidates.reduce((least, one) => (one.area < least.area ? one : least))
  return readable(best)
}

/** Monotone chain; clockwise on a picture whose y grows downwards. */
function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  return [...halfHull(sorted), ...halfHull(sorted.reverse())]
}

function halfHull(sorted: Point[]): Point[] {
  const half: Point[] = []
  for (const point of sorted) {
    while (half.length >= 2 && !turnsRight({ first: half.at(-2), second: half.at(-1), third: point }))
      half.pop()
    half.push(point)
  }
  return half.slice(0, -1)
}

function turnsRight({
  first,
  second,
  third,
}: Record<'first' | 'second', Point | undefined> & { third: Point }) {
  if (!first || !second) return true
  return (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x) > 0
}

type Rectangle = { area: number; corner: Point; unit: Point; length: number; height: number }

function rectangleAlong({ hull, from, to }: { hull: Point[]; from: Point; to: Point }): Rectangle {
  const distance = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const unit = { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance }
  const alongs = hull.map(({ x, y }) => x * unit.x + y * unit.y)
  const acrosses = hull.map(({ x, y }) => y * unit.x - x * unit.y)
  const [left, top] = [Math.min(...alongs), Math.min(...acrosses)]
  const [length, height] = [Math.max(...alongs) - left, Math.max(...acrosses) - top]
  const corner = { x: left * unit.x - top * unit.y, y: left * unit.y + top * unit.x }
  return { area: length * height, corner, unit, length, height }
}

function readable({ corner, unit, length, height }: Rectangle): LineFrame {
  const sides = [
    { x: unit.x * length, y: unit.y * length, size: length },
    { x: -unit.y * height, y: unit.x * height, size: height },
  ].sort((a, b) => b.size - a.size)
  const [longer, shorter] = sides
  if (!longer || !shorter) throw new Error('A rectangle has two sides.')
  const isLine = longer.size >= clearlyLonger * shorter.size
  const run = isLine || Math.abs(longer.x) >= Math.abs(shorter.x) ? longer : shorter
  const other = run === longer ? shorter : longer
  const centre = { x: corner.x + (longer.x + shorter.x) / 2, y: corner.y + (longer.y + shorter.y) / 2 }
  const isUpright = Math.abs(run.x) >= Math.abs(run.y)
  const flip = (isUpright ? run.x < 0 : run.y > 0) ? -1 : 1
  const along = { x: run.x * flip, y: run.y * flip }
  // Across is a quarter turn clockwise from along: down for print that runs to the right.
  const ratio = other.size / (run.size || 1)
  const across = { x: -along.y * ratio, y: along.x * ratio }
  return {
    origin: { x: centre.x - (along.x + across.x) / 2, y: centre.y - (along.y + across.y) / 2 },
    along,
    across,
  }
}
