import { expect, it } from 'vitest'
import { bottomOf, boxAround, horizontalOverlap, middleOf, rightOf, verticalOverlap } from './box'

const box = { x: 10, y: 20, width: 30, height: 8 }

it('edges and middle are where they are', () => {
  expect([rightOf(box), bottomOf(box), middleOf(box)]).toEqual([40, 28, 24])
})

it('the box around others reaches to their outermost edges', () => {
  expect(
    boxAround([
      { box },
      { box: { x: 5, y: 22, width: 10, height: 20 } },
      { box: { x: 20, y: 25, width: 40, height: 1 } },
    ]),
  ).toEqual({
    x: 5,
    y: 20,
    width: 55,
    height: 22,
  })
  expect(boxAround([{ box }])).toEqual(box)
})

it('the boxes of a crowded page are not too many', () => {
  expect(boxAround(Array(200_000).fill({ box }))).toEqual(box)
})

it('overlap is the share of the smaller side, and none for what only touches or stands apart', () => {
  const below = (y: number, height = 4) => verticalOverlap({ a: box, b: { ...box, y, height } })
  expect([below(22), below(26), below(28), below(40)]).toEqual([1, 0.5, 0, 0])
  const beside = (x: number, width = 20) => horizontalOverlap({ a: box, b: { ...box, x, width } })
  expect([beside(15), beside(30), beside(40), beside(60)]).toEqual([1, 0.5, 0, 0])
  expect(verticalOverlap({ a: { ...box, height: 0 }, b: box })).toBe(0)
})
