import { expect, it } from 'vitest'
import { turnBetween, turnBox, turnSize } from './turn-box'

const page = { width: 100, height: 200 }
const box = { x: 10, y: 20, width: 30, height: 5 }

it('a page turned clockwise takes its boxes along', () => {
  expect(turnBox({ box, page, by: 0 })).toBe(box)
  expect(turnBox({ box, page, by: 90 })).toEqual({ x: 175, y: 10, width: 5, height: 30 })
  expect(turnBox({ box, page, by: 180 })).toEqual({ x: 60, y: 175, width: 30, height: 5 })
  expect(turnBox({ box, page, by: 270 })).toEqual({ x: 20, y: 60, width: 5, height: 30 })
})

it('a turn and the one that undoes it bring a box back where it was', () => {
  for (const by of [90, 180, 270] as const) {
    const turned = { box: turnBox({ box, page, by }), page: turnSize({ page, by }) }
    expect(turnBox({ ...turned, by: turnBetween({ from: by, to: 0 }) })).toEqual(box)
  }
})

it('a quarter turn swaps the sides of a page, a half turn does not', () => {
  expect(turnSize({ page, by: 90 })).toEqual({ width: 200, height: 100 })
  expect(turnSize({ page, by: 270 })).toEqual({ width: 200, height: 100 })
  expect(turnSize({ page, by: 180 })).toBe(page)
})

it('the turn from one to another is the shorter way round, clockwise', () => {
  expect(turnBetween({ from: 90, to: 270 })).toBe(180)
  expect(turnBetween({ from: 270, to: 90 })).toBe(180)
  expect(turnBetween({ from: 270, to: 0 })).toBe(90)
  expect(turnBetween({ from: 0, to: 270 })).toBe(270)
  expect(turnBetween({ from: 180, to: 180 })).toBe(0)
})
