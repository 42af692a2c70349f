import { expect, it } from 'vitest'
import { areaOf, intersect, type Matrix, multiply, transform } from './matrix'

const edges = { left: 10, right: 30, bottom: 5, top: 15 }
const inner: Matrix = [2, 3, 5, 7, 11, 13]
const outer: Matrix = [17, 19, 23, 29, 31, 37]

/** Where a point comes to, as the standard for PDF has it (ISO 32000-1, 8.3.3). */
const place = ([a, b, c, d, e, f]: Matrix, [x, y]: [number, number]): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

it('two matrices in one bring each point where one after the other does', () => {
  for (const point of [
    [0, 0],
    [1, 0],
    [0, 1],
    [3, -4],
  ] as [number, number][])
    expect(place(multiply(inner, outer), point)).toEqual(place(outer, place(inner, point)))
})

it('edges are those around what they become: moved, turned, mirrored and slanted', () => {
  expect(transform({ edges, matrix: [1, 0, 0, 1, 100, 200] })).toEqual({
    left: 110,
    right: 130,
    bottom: 205,
    top: 215,
  })
  expect(transform({ edges, matrix: [0, 1, -1, 0, 0, 0] })).toEqual({
    left: -15,
    right: -5,
    bottom: 10,
    top: 30,
  })
  expect(transform({ edges, matrix: [-2, 0, 0, -1, 0, 0] })).toEqual({
    left: -60,
    right: -20,
    bottom: -15,
    top: -5,
  })
  expect(transform({ edges, matrix: [1, 0, 1, 1, 0, 0] })).toEqual({
    left: 15,
    right: 45,
    bottom: 5,
    top: 15,
  })
})

it('two areas have in common what lies in both, and nothing where they only touch or lie apart', () => {
  expect(intersect(edges, { left: 20, right: 40, bottom: 0, top: 10 })).toEqual({
    left: 20,
    right: 30,
    bottom: 5,
    top: 10,
  })
  expect(areaOf(intersect(edges, { left: 30, right: 40, bottom: 0, top: 10 }))).toBe(0)
  expect(areaOf(intersect(edges, { left: 50, right: 60, bottom: 40, top: 50 }))).toBe(0)
  expect(areaOf(edges)).toBe(200)
})
