import { expect, it } from 'vitest'
import { isSideways, moveFrame, pointIn } from './line-frame'

const frame = { origin: { x: 10, y: 20 }, along: { x: 100, y: 10 }, across: { x: -2, y: 20 } }

it('a point of a line is found by its shares of length and height', () => {
  expect(pointIn({ frame, along: 0, across: 0 })).toEqual({ x: 10, y: 20 })
  expect(pointIn({ frame, along: 1, across: 0 })).toEqual({ x: 110, y: 30 })
  expect(pointIn({ frame, along: 0.5, across: 1 })).toEqual({ x: 58, y: 45 })
})

it('a line found on a part of a smaller picture lies where it is on the whole of the larger', () => {
  expect(moveFrame({ frame, scaleX: 2, scaleY: 3, top: 500 })).toEqual({
    origin: { x: 20, y: 560 },
    along: { x: 200, y: 30 },
    across: { x: -4, y: 60 },
  })
})

it('print is sideways when it runs more up than along, and is longer than high', () => {
  expect(isSideways(frame)).toBe(false)
  expect(isSideways({ ...frame, along: { x: 5, y: -90 }, across: { x: 20, y: 1 } })).toBe(true)
  expect(isSideways({ ...frame, along: { x: 5, y: -9 }, across: { x: 20, y: 1 } })).toBe(false)
})
