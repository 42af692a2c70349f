import { expect, it } from 'vitest'
import { buildLayout, type LayoutPage } from './layout'
import { segmentsWithin } from './segments-by-height'

/** Words far apart, so that each is a segment of its own: its height on the page is its name. */
function pageWith(words: { top: number; height: number }[]): LayoutPage {
  const [page] = buildLayout({
    pages: [
      {
        number: 1,
        width: 600,
        height: 800,
        source: 'text',
        turned: 0,
        words: words.map(({ top, height }, at) => ({
          text: String(top),
          confidence: 1,
          box: { x: at * 100, y: top, width: 20, height },
        })),
      },
    ],
    attachments: [],
  }).pages
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
