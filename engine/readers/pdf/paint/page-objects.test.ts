import { expect, it } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import { findText, listObjects } from './page-objects'

type Shape = {
  type: 'text' | 'path' | 'picture' | 'shading' | 'form'
  /** Left, bottom, right, top; null where pdfium knows none. */
  bounds?: [number, number, number, number] | null
  colour?: [red: number, green: number, blue: number, alpha: number]
  isFilled?: boolean
  segments?: number
  matrix?: number[]
  clip?: [number, number][]
  inside?: Shape[]
}

const kinds = { text: 1, path: 2, picture: 3, shading: 4, form: 5 }

/** A page of these shapes; each is known to pdfium by its place in the order they are listed here, depth first. */
function list(shapes: Shape[], notedFrom = Number.POSITIVE_INFINITY) {
  const all: Shape[] = []
  const children = new Map<number, number[]>()
  const add = (shape: Shape): number => {
    const id = all.push(shape) - 1
    children.set(id, (shape.inside ?? []).map(add))
    return id
  }
  const top = shapes.map(add)
  const at = (object = 0) => all[object]
  const fake = fakePdfium({
    _FPDFPage_CountObjects: top.length,
    _FPDFPage_GetObject: (_page, index = 0) => top[index] ?? -1,
    _FPDFPageObj_GetType: (object) => kinds[at(object)?.type ?? 'text'],
    _FPDFFormObj_CountObjects: (object = 0) => children.get(object)?.length ?? 0,
    _FPDFFormObj_GetObject: (object = 0, index = 0) => children.get(object)?.[index] ?? -1,
    _FPDFPageObj_GetBounds: (object, ...places) => {
      const bounds = at(object)?.bounds
      if (bounds === null) return 0
      for (const [index, value] of (bounds ?? [0, 0, 100, 50]).entries())
        fake.putFloat(places[index] ?? 0, value)
      return 1
    },
    _FPDFPageObj_GetMatrix: (object, place = 0) =>
      fake.putFloats(place, ...(at(object)?.matrix ?? [1, 0, 0, 1, 0, 0])),
    _FPDFPageObj_GetFillColor: (object, ...places) => {
      const colour = at(object)?.colour
      if (!colour) return 0
      for (const [index, value] of colour.entries()) fake.putInteger(places[index] ?? 0, value)
      return 1
    },
    _FPDFPath_GetDrawMode: (object, mode = 0) => {
      fake.putInteger(mode, at(object)?.isFilled === false ? 0 : 1)
      return 1
    },
    _FPDFPath_CountSegments: (object) => at(object)?.segments ?? 5,
    _FPDFPageObj_GetClipPath: (object = 0) => object,
    _FPDFClipPath_CountPaths: (object) => (at(object)?.clip ? 1 : 0),
    _FPDFClipPath_CountPathSegments: (object) => at(object)?.clip?.length ?? 0,
    _FPDFClipPath_GetPathSegment: (object = 0, _path, segment = 0) => object * 100 + segment,
    _FPDFPathSegment_GetPoint: (segment = 0, outX = 0, outY = 0) => {
      const [x = 0, y = 0] = all[Math.floor(segment / 100)]?.clip?.[segment % 100] ?? []
      fake.putFloat(outX, x)
      fake.putFloat(outY, y)
      return 1
    },
  })
  return listObjects({ pdfium: fake.pdfium, page: 1, notedFrom })
}

const black: Shape['colour'] = [0, 0, 0, 255]

it('a page without any object is empty', () => {
  expect(list([])).toMatchObject({ isEmpty: true, areas: [], outlines: 0, isCut: false })
  expect(list([{ type: 'text' }]).isEmpty).toBe(false)
})

it('filled shapes, pictures and shadings are areas, in the order of painting', () => {
  const { areas } = list([
    { type: 'path', bounds: [0, 0, 40, 30], colour: [1, 2, 3, 255] },
    { type: 'text' },
    { type: 'picture', bounds: [5, 6, 7, 8] },
    { type: 'shading' },
  ])
  expect(areas).toEqual([
    {
      kind: 'fill',
      object: 0,
      edges: { left: 0, bottom: 0, right: 40, top: 30 },
      order: 1,
      colour: { red: 1, green: 2, blue: 3 },
      isSolid: true,
    },
    {
      kind: 'picture',
      object: 2,
      edges: { left: 5, bottom: 6, right: 7, top: 8 },
      order: 3,
      colour: null,
      isSolid: false,
    },
    expect.objectContaining({ kind: 'fill', order: 4, colour: null, isSolid: false }),
  ])
})

it('a shape is solid when it has one colour, lets nothing through and no more corners than a box', () => {
  const isSolid = (shape: Partial<Shape>) =>
    list([{ type: 'path', colour: black, ...shape }]).areas[0]?.isSolid
  expect(isSolid({})).toBe(true)
  expect(isSolid({ segments: 6 })).toBe(true)
  expect(isSolid({ segments: 7 })).toBe(false)
  expect(isSolid({ colour: [0, 0, 0, 250] })).toBe(false)
  expect(isSolid({ colour: [0, 0, 0, 251] })).toBe(true)
})

it('what is not filled, has no bounds or is as thin as a rule hides nothing', () => {
  expect(list([{ type: 'path', isFilled: false }]).areas).toEqual([])
  expect(list([{ type: 'path', bounds: null }]).areas).toEqual([])
  expect(list([{ type: 'picture', bounds: null }]).areas).toEqual([])
  expect(list([{ type: 'path', bounds: [0, 0, 100, 2.4] }]).areas).toEqual([])
  expect(list([{ type: 'path', bounds: [0, 0, 2.4, 100] }]).areas).toEqual([])
  expect(list([{ type: 'path', bounds: [0, 0, 100, 2.5] }]).areas).toHaveLength(1)
})

it('small shapes of many edges may be letters that were drawn', () => {
  const outlines = (shape: Partial<Shape>) =>
    list([{ type: 'path', segments: 7, bounds: [0, 0, 9, 9], ...shape }]).outlines
  expect(outlines({})).toBe(1)
  expect(outlines({ segments: 6 })).toBe(0)
  expect(outlines({ bounds: [0, 0, 60, 9] })).toBe(0)
  expect(outlines({ bounds: [0, 0, 9, 60] })).toBe(0)
  expect(outlines({ bounds: [0, 0, 9, 2] })).toBe(0)
})

it('texts of the page are kept with their order only where something is painted besides', () => {
  const alone = list([{ type: 'text' }])
  expect(alone.texts.size).toBe(0)
  expect(findText({ objects: alone, object: 0 })).toMatchObject({ order: 0, level: { depth: 0 } })
  const covered = list([{ type: 'text' }, { type: 'picture' }, { type: 'text' }])
  expect([...covered.texts].map(([object, { order }]) => [object, order])).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(findText({ objects: covered, object: 9 })).toBeNull()
})

it('a form within a form leads to the measures of the page, and shows what both of their clips show', () => {
  const box = (from: number, to: number): [number, number][] => [
    [from, from],
    [to, to],
  ]
  const { areas, texts } = list([
    {
      type: 'form',
      matrix: [2, 0, 0, 2, 10, 0],
      clip: box(0, 100),
      inside: [
        {
          type: 'form',
          matrix: [1, 0, 0, 1, 5, 5],
          clip: box(20, 90),
          inside: [{ type: 'picture', bounds: [0, 0, 1, 1] }, { type: 'text' }],
        },
      ],
    },
  ])
  expect(areas[0]?.edges).toEqual({ left: 20, bottom: 10, right: 22, top: 12 })
  expect([...texts.values()]).toEqual([
    {
      order: 4,
      level: {
        matrix: [2, 0, 0, 2, 20, 10],
        // The inner clip is told in the outer form's measures: 2 × 20 + 10.
        clip: { left: 50, right: 100, top: 100, bottom: 40 },
        depth: 2,
        isNoted: false,
        isFaint: false,
      },
    },
  ])
})

it('all that is in a faint form is faint', () => {
  const faint = (alpha: number) =>
    list([{ type: 'form', colour: [0, 0, 0, alpha], inside: [{ type: 'text' }] }]).texts.get(1)?.level.isFaint
  expect([faint(249), faint(250), faint(255)]).toEqual([true, false, false])
})

it('what was drawn into the page from notes is known as such, also within its forms', () => {
  const { texts } = list(
    [{ type: 'text' }, { type: 'form', inside: [{ type: 'text' }] }, { type: 'text' }],
    1,
  )
  expect([...texts].map(([object, { level }]) => [object, level.isNoted])).toEqual([
    [2, true],
    [3, true],
  ])
})

it('forms deeper than twelve are not opened', () => {
  const nest = (depth: number): Shape =>
    depth === 0 ? { type: 'picture' } : { type: 'form', inside: [nest(depth - 1)] }
  expect(list([nest(12)]).areas).toHaveLength(1)
  expect(list([nest(13)]).areas).toEqual([])
})
