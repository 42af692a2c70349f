import { expect, it } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import { withScratch } from '../pdfium/scratch'
import { readClip } from './clip-edges'
import type { Matrix } from './matrix'

type Point = [x: number, y: number] | null

/** The edges of a clip of these paths; a null is a segment without a point of its own. */
function edgesOf({ paths, matrix = null }: { paths: Point[][]; matrix?: Matrix | null }) {
  const fake = fakePdfium({
    _FPDFPageObj_GetClipPath: 7,
    _FPDFClipPath_CountPaths: paths.length,
    _FPDFClipPath_CountPathSegments: (_clip, path = 0) => paths[path]?.length ?? 0,
    _FPDFClipPath_GetPathSegment: (_clip, path = 0, segment = 0) => path * 100 + segment,
    _FPDFPathSegment_GetPoint: (segment = 0, outX = 0, outY = 0) => {
      const point = paths[Math.floor(segment / 100)]?.[segment % 100]
      if (!point) return 0
      fake.putFloat(outX, point[0])
      fake.putFloat(outY, point[1])
      return 1
    },
  })
  const { pdfium } = fake
  return withScratch({ pdfium, use: (scratch) => readClip({ pdfium, scratch, object: 1, matrix }) })
}

const square = (from: number, to: number): Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
]
const nothing = { left: 0, right: 0, top: 0, bottom: 0 }

it('an object without a clip is shown wholly', () => {
  expect(edgesOf({ paths: [] })).toBeNull()
})

it('the edges are those around the points of a path, whatever their order', () => {
  const paths: Point[][] = [[[40, 70], [10, 90], null, [30, 20]]]
  expect(edgesOf({ paths })).toEqual({ left: 10, right: 40, top: 90, bottom: 20 })
})

it('of several paths only what lies in all of them is shown', () => {
  expect(edgesOf({ paths: [square(0, 50), square(20, 80)] })).toEqual({
    left: 20,
    right: 50,
    top: 50,
    bottom: 20,
  })
})

it('within a form the edges are told in the measures of the page', () => {
  expect(edgesOf({ paths: [square(1, 2)], matrix: [10, 0, 0, 10, 5, 0] })).toEqual({
    left: 15,
    right: 25,
    top: 20,
    bottom: 10,
  })
})

it('a clip of more than eight paths or twelve segments counts as one that shows nothing', () => {
  expect(edgesOf({ paths: Array(8).fill(square(0, 9)) })).toMatchObject({ left: 0, right: 9 })
  expect(edgesOf({ paths: Array(9).fill(square(0, 9)) })).toEqual(nothing)
  const segments = (count: number): Point[][] => [Array.from({ length: count }, (_, at) => [at, at])]
  expect(edgesOf({ paths: segments(12) })).toMatchObject({ right: 11 })
  expect(edgesOf({ paths: segments(13) })).toEqual(nothing)
})
