import { expect, it } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import { type PageFrame, placeAll, placeOnPage, readFrame, sizeOf } from './page-frame'

/** A page that shows 200 by 100 points of a sheet, from (10, 20). */
const frameOf = (quarters: number): PageFrame => ({ left: 10, bottom: 20, right: 210, top: 120, quarters })
/** Near the upper left corner of what is stored: 30 wide, 5 high. */
const edges = { left: 15, top: 118, right: 45, bottom: 113 }

it('a box is measured from the upper left corner of what is displayed', () => {
  expect(placeOnPage({ frame: frameOf(0), turned: 0, edges })).toEqual({ x: 5, y: 2, width: 30, height: 5 })
})

it('a page that viewers show turned clockwise has its boxes turned with it', () => {
  expect(placeOnPage({ frame: frameOf(1), turned: 0, edges })).toEqual({ x: 93, y: 5, width: 5, height: 30 })
  expect(placeOnPage({ frame: frameOf(2), turned: 0, edges })).toEqual({
    x: 165,
    y: 93,
    width: 30,
    height: 5,
  })
  expect(placeOnPage({ frame: frameOf(3), turned: 0, edges })).toEqual({ x: 2, y: 165, width: 5, height: 30 })
})

it('a further turn adds to that of the page', () => {
  for (const [quarters, turned, same] of [
    [0, 90, 1],
    [1, 90, 2],
    [3, 180, 1],
    [2, 270, 1],
    [3, 90, 0],
  ] as const)
    expect(placeOnPage({ frame: frameOf(quarters), turned, edges })).toEqual(
      placeOnPage({ frame: frameOf(same), turned: 0, edges }),
    )
})

it('mirrored print, whose edges are the other way round, has a box like any other', () => {
  const mirrored = { left: 45, right: 15, top: 113, bottom: 118 }
  expect(placeOnPage({ frame: frameOf(0), turned: 0, edges: mirrored })).toEqual({
    x: 5,
    y: 2,
    width: 30,
    height: 5,
  })
})

it('many boxes are placed as each alone would be', () => {
  const two = [15, 118, 45, 113, 100, 60, 160, 40]
  expect([...placeAll({ frame: frameOf(0), turned: 0, edges: two })]).toEqual([5, 2, 30, 5, 90, 60, 60, 20])
})

it('the size is that of what is displayed, with its sides swapped by a quarter turn', () => {
  expect(sizeOf({ frame: frameOf(0), turned: 0 })).toEqual({ width: 200, height: 100 })
  expect(sizeOf({ frame: frameOf(1), turned: 0 })).toEqual({ width: 100, height: 200 })
  expect(sizeOf({ frame: frameOf(1), turned: 90 })).toEqual({ width: 200, height: 100 })
  expect(sizeOf({ frame: frameOf(0), turned: 270 })).toEqual({ width: 100, height: 200 })
})

it('the frame is what the page says of its bounds and its turn', () => {
  const fake = fakePdfium({
    _FPDF_GetPageBoundingBox: (_page, place = 0) => fake.putFloats(place, 10, 120, 210, 20),
    _FPDFPage_GetRotation: 3,
  })
  expect(readFrame({ pdfium: fake.pdfium, page: 1 })).toEqual(frameOf(3))
})
