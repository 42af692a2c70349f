import { expect, it } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import type { Area, PageObjects } from '../paint/page-objects'
import { coveredShare, finestScale, listPictures } from './page-pictures'

const frame = { left: 0, bottom: 0, right: 200, top: 100, quarters: 0 }

function list(areas: Partial<Area>[]) {
  const whole: Area = {
    kind: 'picture',
    object: 1,
    edges: { left: 20, right: 60, bottom: 10, top: 30 },
    order: 1,
    colour: null,
    isSolid: false,
  }
  const objects: PageObjects = {
    areas: areas.map((area) => ({ ...whole, ...area })),
    texts: new Map(),
    outlines: 0,
    isEmpty: false,
    isCut: false,
  }
  return listPictures({ objects, frame })
}

it('pictures are told with their box and their share of the page; filled shapes are none', () => {
  expect(list([{}, { kind: 'fill' }])).toEqual([
    { object: 1, box: { x: 20, y: 70, width: 40, height: 20 }, share: 0.04 },
  ])
})

it('what hangs over the edge is cut to the page, and what lies outside is left out', () => {
  expect(list([{ edges: { left: -50, right: 50, bottom: -20, top: 20 } }])).toEqual([
    { object: 1, box: { x: 0, y: 80, width: 50, height: 20 }, share: 0.05 },
  ])
  expect(list([{ edges: { left: 200, right: 300, bottom: 0, top: 50 } }])).toEqual([])
})

const pictureOf = (object: number, width: number, height: number) => ({
  object,
  box: { x: 0, y: 0, width, height },
  share: 0,
})

function finest(pixels: Record<number, [number, number]>, pictures: ReturnType<typeof pictureOf>[]) {
  const fake = fakePdfium({
    _FPDFImageObj_GetImagePixelSize: (object = 0, outWidth = 0, outHeight = 0) => {
      const size = pixels[object]
      if (!size) return 0
      fake.putInteger(outWidth, size[0])
      fake.putInteger(outHeight, size[1])
      return 1
    },
  })
  return finestScale({ pdfium: fake.pdfium, pictures })
}

it('the finest picture says how finely a page may be drawn', () => {
  const pictures = [pictureOf(1, 100, 50), pictureOf(2, 100, 50)]
  expect(finest({ 1: [200, 100], 2: [300, 150] }, pictures)).toBeCloseTo(3)
})

it('a stretched ground of half a pixel to a point shows no print and sets no limit', () => {
  expect(finest({ 1: [49, 25] }, [pictureOf(1, 100, 50)])).toBe(Number.POSITIVE_INFINITY)
  expect(finest({ 1: [50, 25] }, [pictureOf(1, 100, 50)])).toBeCloseTo(0.5)
  expect(finest({}, [pictureOf(1, 100, 50)])).toBe(Number.POSITIVE_INFINITY)
  expect(finest({}, [])).toBe(Number.POSITIVE_INFINITY)
})

const page = { width: 480, height: 960 }
const share = (...boxes: [x: number, y: number, width: number, height: number][]) =>
  coveredShare({
    page,
    pictures: boxes.map(([x, y, width, height]) => ({ object: 1, share: 0, box: { x, y, width, height } })),
  })

it('the share of the page that pictures cover counts each place once', () => {
  expect(share([0, 0, 480, 960])).toBe(1)
  expect(share([0, 0, 240, 960])).toBe(0.5)
  expect(share([0, 0, 240, 480], [240, 480, 240, 480])).toBe(0.5)
  expect(share([0, 0, 240, 960], [0, 0, 240, 960])).toBe(0.5)
  expect(share([120, 240, 120, 240])).toBe(1 / 16)
  expect(share()).toBe(0)
})

it('a page that a scanner stored in strips is covered wholly', () => {
  const strips = Array.from({ length: 37 }, (_, at): [number, number, number, number] => [
    0,
    (at * 960) / 37,
    480,
    960 / 37,
  ])
  expect(share(...strips)).toBe(1)
})

it('a picture that is larger than its page covers no more than all of it', () => {
  expect(share([0, 0, 4800, 9600])).toBe(1)
})
