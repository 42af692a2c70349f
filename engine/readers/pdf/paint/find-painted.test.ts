import { beforeEach, expect, it, vi } from 'vitest'
import { fakePdfium } from '@/tests/support/paper/fake-pdfium'
import type { Picture } from '../../picture/picture'
import type { Box } from '../../reading'
import type { PrintedWord } from '../words'
import { findPainted } from './find-painted'

type Mark = Box & { object: number; shade: number; channel?: number }

const scene = vi.hoisted(() => ({
  page: { width: 200, height: 100 },
  marks: [] as {
    x: number
    y: number
    width: number
    height: number
    object: number
    shade: number
    channel?: number
  }[],
  hidden: new Set<number>(),
  parts: [] as { part: { x: number; y: number; width: number; height: number }; scale: number }[],
}))

// Draws the marks of the objects that are active, on white.
vi.mock('../pdfium/render', () => ({
  displayedSize: () => scene.page,
  drawPart: ({ part, scale }: { part: Box; scale: number }): Picture => {
    scene.parts.push({ part, scale })
    const width = Math.max(1, Math.round(part.width * scale))
    const height = Math.max(1, Math.round(part.height * scale))
    const pixels = Buffer.alloc(width * height * 3, 255)
    for (const mark of scene.marks.filter(({ object }) => !scene.hidden.has(object)))
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) {
          const [px, py] = [part.x + (x + 0.5) / scale, part.y + (y + 0.5) / scale]
          const isIn = px >= mark.x && px < mark.x + mark.width && py >= mark.y && py < mark.y + mark.height
          if (isIn) pixels[(y * width + x) * 3 + (mark.channel ?? 0)] = mark.shade
        }
    return { width, height, channels: 3, pixels }
  },
}))
beforeEach(() => {
  Object.assign(scene, { page: { width: 200, height: 100 }, marks: [], parts: [] })
  scene.hidden.clear()
})

const box = { x: 20, y: 30, width: 40, height: 10 }

function wordOf(values: { box?: Box; runs?: number[] } = {}): PrintedWord {
  return {
    word: { text: 'Total', box: values.box ?? box, confidence: 1, origin: 'text' },
    runs: values.runs ?? [0],
    sight: 'unsure',
  }
}
const { pdfium } = fakePdfium({
  _FPDFPageObj_SetIsActive: (object = 0, isActive) => {
    if (isActive) scene.hidden.delete(object)
    else scene.hidden.add(object)
    return 1
  },
})
const runs = [1, 2, 3].map((object) => ({
  object,
  turn: 0 as const,
  edges: { left: 0, right: 0, top: 0, bottom: 0 },
  letters: 5,
  unreadable: 0,
}))
const find = (words: PrintedWord[], turned: 0 | 90 = 0) => [
  ...findPainted({ pdfium, page: 1, turned, words, runs }),
]
const mark = (values: Partial<Mark> = {}): Mark => ({ ...box, object: 1, shade: 0, ...values })

it('a word that leaves a mark when its text is painted is seen, one that leaves none is not', () => {
  scene.marks = [mark()]
  const words = [wordOf(), wordOf({ box: { ...box, x: 120 }, runs: [1] })]
  expect(find(words)).toEqual([words[0]])
})

it('what others paint in the same place is no mark of the word', () => {
  scene.marks = [mark({ object: 9 })]
  expect(find([wordOf()])).toEqual([])
})

it('a mark differs by 20 of 255 in one channel', () => {
  scene.marks = [mark({ shade: 236 })]
  expect(find([wordOf()])).toEqual([])
  scene.marks = [mark({ shade: 235, channel: 2 })]
  expect(find([wordOf()])).toHaveLength(1)
})

it('pale letters of a run that is seen elsewhere are seen, too; without that they are not', () => {
  const pale = { ...box, x: 120 }
  scene.marks = [mark(), mark({ ...pale, shade: 249 })]
  const words = [wordOf(), wordOf({ box: pale })]
  expect(find(words)).toEqual(words)
  scene.marks = [mark(), mark({ ...pale, shade: 250 })]
  expect(find(words)).toEqual([words[0]])
  scene.marks = [mark(), mark({ ...pale, object: 2, shade: 249 })]
  expect(find([wordOf(), wordOf({ box: pale, runs: [1] })])).toHaveLength(1)
})

it('a speck is no mark: it takes one and a half hundredths of the box', () => {
  // 60 by 15 pixels: 13.5 of them.
  scene.marks = [mark({ width: 8 / 1.5, height: 1 / 1.5 })]
  expect(find([wordOf()])).toEqual([])
  scene.marks = [mark({ width: 16 / 1.5, height: 1 / 1.5 })]
  expect(find([wordOf()])).toHaveLength(1)
})

it('only the part around the words is drawn, twice, and everything is painted again afterwards', () => {
  scene.marks = [mark()]
  find([wordOf(), wordOf({ box: { x: 100, y: 50.5, width: 20, height: 8 } })])
  expect(scene.parts).toEqual(Array(2).fill({ part: { x: 19, y: 29, width: 102, height: 30.5 }, scale: 1.5 }))
  expect(scene.hidden.size).toBe(0)
})

it('a large part is drawn with three million pixels at most', () => {
  scene.page = { width: 4000, height: 3000 }
  find([wordOf({ box: { x: 0, y: 0, width: 4000, height: 3000 } })])
  expect(scene.parts[0]?.scale).toBe(0.5)
})

it('words beyond the page leave none, and without words nothing is drawn', () => {
  expect(find([wordOf({ box: { x: 300, y: 10, width: 40, height: 10 } })])).toEqual([])
  scene.parts = []
  expect(find([])).toEqual([])
  expect(scene.parts).toEqual([])
})

it('on a page that is read turned, a word is looked for where it is displayed', () => {
  // The page is displayed 200 by 100 and read turned clockwise, 100 by 200.
  scene.marks = [mark({ x: 30, y: 40, width: 10, height: 40 })]
  const turned = { x: 100 - 40 - 40, y: 30, width: 40, height: 10 }
  expect(find([wordOf({ box: turned })], 90)).toHaveLength(1)
  expect(find([wordOf({ box: { ...turned, y: 80 } })], 90)).toEqual([])
})
