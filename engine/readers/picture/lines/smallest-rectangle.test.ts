import { expect, it } from 'vitest'
import { type LineFrame, lengthOf, type Point } from './line-frame'
import { smallestRectangle } from './smallest-rectangle'

/** The corners of a rectangle around a centre, turned clockwise on a picture whose y grows downwards. */
function corners({ length, height, degrees = 0 }: { length: number; height: number; degrees?: number }) {
  const angle = (degrees * Math.PI) / 180
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([across = 0, down = 0]) => {
    const [x, y] = [(across * length) / 2, (down * height) / 2]
    return {
      x: 100 + x * Math.cos(angle) - y * Math.sin(angle),
      y: 100 + x * Math.sin(angle) + y * Math.cos(angle),
    }
  })
}

const rounded = ({ x, y }: Point) => ({ x: Math.round(x * 100) / 100 + 0, y: Math.round(y * 100) / 100 + 0 })
const frameOf = (points: Point[]): LineFrame => {
  const { origin, along, across } = smallestRectangle(points)
  return { origin: rounded(origin), along: rounded(along), across: rounded(across) }
}
const angleOf = ({ along }: LineFrame) => Math.round((Math.atan2(along.y, along.x) * 180) / Math.PI)

it('a level line begins at its upper left corner and is read to the right', () => {
  expect(frameOf(corners({ length: 60, height: 10 }))).toEqual({
    origin: { x: 70, y: 95 },
    along: { x: 60, y: 0 },
    across: { x: 0, y: 10 },
  })
})

it('points within it and on its sides change nothing', () => {
  const within = [
    { x: 100, y: 100 },
    { x: 80, y: 95 },
    { x: 71, y: 104 },
    { x: 130, y: 100 },
  ]
  const around = corners({ length: 60, height: 10 })
  expect(frameOf([...within, ...around, ...within])).toEqual(frameOf(around))
})

it.each([-40, -20, 7, 30, 44])(
  'a line tilted by %s degrees is read to the right along its tilt',
  (degrees) => {
    const frame = smallestRectangle(corners({ length: 80, height: 12, degrees }))
    expect(angleOf(frame)).toBe(degrees)
    expect(lengthOf(frame.along)).toBeCloseTo(80)
    expect(lengthOf(frame.across)).toBeCloseTo(12)
    // Across is down from along, whatever the tilt.
    expect(frame.along.x * frame.across.y - frame.along.y * frame.across.x).toBeCloseTo(80 * 12)
  },
)

it.each([80, 90, 100, -90])('a line that stands, tilted by %s degrees, is read upwards', (degrees) => {
  const frame = smallestRectangle(corners({ length: 80, height: 12, degrees }))
  expect(frame.along.y).toBeLessThan(-70)
  expect(lengthOf(frame.along)).toBeCloseTo(80)
})

it('what is not clearly longer than high runs the way that is nearer to level: a lone digit stands', () => {
  const digit = frameOf(corners({ length: 10, height: 30 }))
  expect(digit.along).toEqual({ x: 10, y: 0 })
  expect(digit.across).toEqual({ x: 0, y: 30 })
  const column = frameOf(corners({ length: 10, height: 41 }))
  expect(column.along).toEqual({ x: 0, y: -41 })
})

it('the box around a slanted line is larger than the rectangle that is found', () => {
  const points = corners({ length: 100, height: 10, degrees: 30 })
  const { along, across } = smallestRectangle(points)
  expect(lengthOf(along) * lengthOf(across)).toBeCloseTo(1000)
})

it('two points are a line without height', () => {
  const frame = frameOf([
    { x: 10, y: 20 },
    { x: 40, y: 20 },
  ])
  expect(frame.along).toEqual({ x: 30, y: 0 })
  expect(lengthOf(frame.across)).toBe(0)
})
