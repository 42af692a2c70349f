import { expect, it } from 'vitest'
import { buildLayout, type LayoutPage } from './layout'
import { segmentsWithin } from './segments-by-height'

/** Words far apart, so that each is a segment of its own: its height on the page is its name. */
function pageWith(words: { top: number; height: number }[]): LayoutPage {
  const [page] = buildLayout([
    {
      number: 1,
      width: 600,
      height: 800,
      source: 'text',
      turned: 0,
      words: words.map(({ top, height }, at) => ({
        text: String(top),
        confidence: 1,
        origin: 'text',
        box: { x: at * 100, y: top, width: 20, height },
      })),
    },
  ]).pages
  if (!page) throw new Error('There is no page.')
  return page
}

const page = pageWith([
  { top: 100, height: 10 },
  { top: 130, height: 10 },
  { top: 40, height: 80 },
  { top: 300, height: 10 },
])
const within = (top: number, bottom: number) =>
  segmentsWithin({ page, strip: { top, bottom } }).map(({ text }) => text)

it('a tall segment is found far below its upper edge', () => {
  expect(within(105, 108)).toEqual(expect.arrayContaining(['100', '40']))
})

it('what only touches the strip is within, what lies beyond is not', () => {
  expect(within(140, 300).sort()).toEqual(['130', '300'])
  expect(within(141, 299)).toEqual([])
})

it('of ten thousand segments, only a few are looked at to find those of a strip', () => {
  let looks = 0
  const segments = Array.from({ length: 10_000 }, (_, at) => ({
    page,
    words: [],
    text: String(at),
    box: {
      x: 0,
      get y() {
        looks += 1
        return at * 10
      },
      width: 50,
      height: 8,
    },
  }))
  const box = { x: 0, y: 0, width: 50, height: 100_000 }
  const crowded: LayoutPage = { ...page, lines: [{ page, segments, text: '', box }] }
  const strip = { top: 50_000, bottom: 50_020 }
  expect(segmentsWithin({ page: crowded, strip })).toHaveLength(3)
  looks = 0
  segmentsWithin({ page: crowded, strip })
  expect(looks).toBeLessThan(100)
})
