import { describe, expect, it } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import type { Edges } from '../pdfium/page-frame'
import { judgeSight } from './judge-sight'
import type { Area, Level, PageObjects } from './page-objects'

type Paint = [red: number, green: number, blue: number, alpha: number]

type Scene = {
  edges?: Edges
  letters?: number
  /** Of the font, and of the matrix it is drawn with. */
  fontSize?: number
  scale?: number
  mode?: number
  fill?: Paint
  stroke?: Paint
  marks?: number
  hasLayers?: boolean
  level?: Partial<Level>
  areas?: Area[]
  isCut?: boolean
  order?: number
  /** Of the text alone: the corners of what is shown. */
  clip?: [number, number][]
}

const black: Paint = [0, 0, 0, 255]
const word: Edges = { left: 100, right: 160, bottom: 500, top: 512 }

/** How one run of text on a page of A4 is judged. */
function judge(scene: Scene = {}) {
  const { edges = word, letters = 8, fontSize = 12, scale = 1, mode = 0, areas = [] } = scene
  const put = (colour: number[] | undefined, places: number[]) => {
    for (const [index, value] of (colour ?? []).entries()) fake.putInteger(places[index] ?? 0, value)
    return colour ? 1 : 0
  }
  const fake = fakePdfium({
    _FPDFTextObj_GetTextRenderMode: mode,
    _FPDFTextObj_GetFontSize: (_object, place = 0) => {
      fake.putFloat(place, fontSize)
      return 1
    },
    _FPDFPageObj_GetMatrix: (_object, place = 0) => fake.putFloats(place, scale, 0, 0, scale, 0, 0),
    _FPDFPageObj_GetFillColor: (_object, ...places) => put(scene.fill ?? black, places),
    _FPDFPageObj_GetStrokeColor: (_object, ...places) => put(scene.stroke, places),
    _FPDFPageObj_CountMarks: scene.marks ?? 0,
    _FPDFPageObj_GetClipPath: 1,
    _FPDFClipPath_CountPaths: scene.clip ? 1 : 0,
    _FPDFClipPath_CountPathSegments: scene.clip?.length ?? 0,
    _FPDFClipPath_GetPathSegment: (_clip, _path, segment = 0) => segment,
    _FPDFPathSegment_GetPoint: (segment = 0, outX = 0, outY = 0) => {
      const [x = 0, y = 0] = scene.clip?.[segment] ?? []
      fake.putFloat(outX, x)
      fake.putFloat(outY, y)
      return 1
    },
  })
  const level: Level = { matrix: null, clip: null, depth: 0, isNoted: false, isFaint: false, ...scene.level }
  const objects: PageObjects = {
    areas,
    texts: new Map([[1, { order: scene.order ?? 10, level }]]),
    outlines: 0,
    isEmpty: false,
    isCut: scene.isCut ?? false,
  }
  const [sight] = judgeSight({
    pdfium: fake.pdfium,
    runs: [{ object: 1, turn: 0, edges, letters, unreadable: 0 }],
    objects,
    frame: { left: 0, right: 595, bottom: 0, top: 842, quarters: 0 },
    hasLayers: scene.hasLayers ?? false,
  })
  return sight
}

const around = (edges: Edges, by: number): Edges => ({
  left: edges.left - by,
  right: edges.right + by,
  bottom: edges.bottom - by,
  top: edges.top + by,
})

function areaOf(values: Partial<Area> & { shade?: number }): Area {
  const { shade = 0, ...rest } = values
  const colour = { red: shade, green: shade, blue: shade }
  return { kind: 'fill', object: 2, edges: around(word, 5), order: 1, colour, isSolid: true, ...rest }
}

it('black print on bare paper is seen', () => {
  expect(judge()).toBe('seen')
})

describe('where and how large', () => {
  it('print wholly outside of the page is gone; what touches it is not', () => {
    const beside = { left: 600, right: 660, bottom: 500, top: 512 }
    expect(judge({ edges: beside })).toBe('gone')
    expect(judge({ edges: { ...beside, left: 595 } })).toBe('seen')
    expect(judge({ edges: { left: -60, right: -1, bottom: 500, top: 512 } })).toBe('gone')
    expect(judge({ edges: { ...word, bottom: 843, top: 855 } })).toBe('gone')
    expect(judge({ edges: { ...word, bottom: -20, top: -1 } })).toBe('gone')
  })

  const small: Edges = { left: 100, right: 104, bottom: 500, top: 502 }

  it('print below two points is gone, by its font or the scale it is drawn at', () => {
    expect(judge({ edges: small, fontSize: 1.9 })).toBe('gone')
    expect(judge({ edges: small, fontSize: 2 })).toBe('seen')
    expect(judge({ edges: small, fontSize: 12, scale: 0.1 })).toBe('gone')
    expect(judge({ edges: small, fontSize: 1, scale: 10 })).toBe('seen')
    expect(judge({ edges: small, fontSize: -1.5 })).toBe('gone')
  })

  it('the scale of the form it stands in counts', () => {
    expect(judge({ edges: small, fontSize: 12, level: { matrix: [0.1, 0, 0, 0.1, 0, 0] } })).toBe('gone')
    expect(judge({ edges: small, fontSize: 1, level: { matrix: [3, 0, 0, 3, 0, 0] } })).toBe('seen')
  })

  it('high letters, and few letters over a long way, are no small print whatever the font says', () => {
    expect(judge({ edges: word, fontSize: 1 })).toBe('seen')
    const long = { left: 100, right: 140, bottom: 500, top: 502 }
    expect(judge({ edges: long, letters: 10, fontSize: 1 })).toBe('gone')
    expect(judge({ edges: long, letters: 9, fontSize: 1 })).toBe('seen')
  })
})

describe('the way it is painted', () => {
  it('text that is neither filled nor stroked is invisible, with a clip of it or without', () => {
    expect([3, 7].map((mode) => judge({ mode }))).toEqual(['invisible', 'invisible'])
  })

  it('stroked text is judged by the colour of its stroke', () => {
    const white: Paint = [255, 255, 255, 255]
    expect(judge({ mode: 1, fill: white, stroke: black })).toBe('seen')
    expect(judge({ mode: 5, fill: white, stroke: black })).toBe('seen')
    expect(judge({ mode: 1, fill: black, stroke: white })).toBe('unsure')
    expect(judge({ mode: 2, fill: black, stroke: white })).toBe('seen')
    expect(judge({ mode: 1 })).toBe('unsure')
  })

  it('print that lets most through is not surely seen', () => {
    expect(judge({ fill: [0, 0, 0, 63] })).toBe('unsure')
    expect(judge({ fill: [0, 0, 0, 64] })).toBe('seen')
    expect(judge({ level: { isFaint: true } })).toBe('unsure')
  })

  it('in a file with layers, marked print and print in forms may be switched off', () => {
    expect(judge({ hasLayers: true })).toBe('seen')
    expect(judge({ hasLayers: true, marks: 1 })).toBe('unsure')
    expect(judge({ hasLayers: true, level: { depth: 1 } })).toBe('unsure')
    expect(judge({ marks: 1, level: { depth: 1 } })).toBe('seen')
  })

  it('on a page with too much to compare nothing is sure', () => {
    expect(judge({ isCut: true })).toBe('unsure')
    expect(judge({ isCut: true, mode: 3 })).toBe('invisible')
  })
})

describe('the ground it lies on', () => {
  const grey = (shade: number): Paint => [shade, shade, shade, 255]

  it('print has to differ from white paper by 64 in one channel', () => {
    expect(judge({ fill: grey(191) })).toBe('seen')
    expect(judge({ fill: grey(192) })).toBe('unsure')
    expect(judge({ fill: [255, 255, 100, 255] })).toBe('seen')
  })

  it('what differs from the band under it is seen, whatever the paper', () => {
    expect(judge({ areas: [areaOf({ shade: 0 })] })).toBe('unsure')
    expect(judge({ fill: grey(255), areas: [areaOf({ shade: 0 })] })).toBe('seen')
    expect(judge({ fill: grey(255), areas: [areaOf({ shade: 200 })] })).toBe('unsure')
  })

  it('the uppermost solid ground hides those below it', () => {
    const areas = [areaOf({ shade: 0, order: 1 }), areaOf({ shade: 255, order: 2 })]
    expect(judge({ areas })).toBe('seen')
    const open = [areaOf({ shade: 0, order: 1 }), areaOf({ shade: 255, order: 2, isSolid: false })]
    expect(judge({ areas: open })).toBe('unsure')
  })

  it('a solid ground has to reach around the print, but for a quarter of its height', () => {
    const short = (by: number) => [
      areaOf({ shade: 255, order: 2, edges: { ...around(word, 0), right: word.right - by } }),
    ]
    const below = areaOf({ shade: 0, order: 1 })
    expect(judge({ areas: [below, ...short(3)] })).toBe('seen')
    expect(judge({ areas: [below, ...short(4)] })).toBe('unsure')
    const lower = { ...around(word, 0), top: word.top - 4 }
    expect(judge({ areas: [below, areaOf({ shade: 255, order: 2, edges: lower })] })).toBe('unsure')
  })

  it('dark print on pictures and patterns was meant to be read, light print may not be', () => {
    const picture = areaOf({ kind: 'picture', colour: null, isSolid: false })
    expect(judge({ areas: [picture] })).toBe('seen')
    expect(judge({ fill: grey(129), areas: [picture] })).toBe('unsure')
  })

  it('areas that lie elsewhere do not matter', () => {
    const beside = { left: 161, right: 300, bottom: 490, top: 520 }
    const above = { left: 90, right: 170, bottom: 513, top: 530 }
    for (const edges of [beside, above]) expect(judge({ areas: [areaOf({ shade: 0, edges })] })).toBe('seen')
  })
})

describe('what lies over it', () => {
  const cover = (share: number) =>
    areaOf({ order: 20, shade: 255, edges: { ...word, right: word.left + share * 60 } })

  it('print is hidden by what is painted later over more than a quarter of it', () => {
    expect(judge({ areas: [cover(0.25)] })).toBe('seen')
    expect(judge({ areas: [cover(0.3)] })).toBe('unsure')
    expect(judge({ order: 30, areas: [cover(1)] })).toBe('seen')
  })

  it('three fifths of it have to lie within the clip of its form, and within its own', () => {
    const shown = (share: number): Edges => ({ ...word, right: word.left + share * 60 })
    expect(judge({ level: { clip: shown(0.65) } })).toBe('seen')
    expect(judge({ level: { clip: shown(0.55) } })).toBe('unsure')
    const corners = (share: number): [number, number][] => [
      [word.left, word.bottom],
      [word.left + share * 60, word.top],
    ]
    expect(judge({ clip: corners(0.65) })).toBe('seen')
    expect(judge({ clip: corners(0.55) })).toBe('unsure')
  })
})
