import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '@/engine/readers/pdf/read-pdf'
import type { Box } from '@/engine/readers/reading'
import { onePagePdf, printed, stream } from '../fixtures/write-pdf'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-turned-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const [width, height] = [595, 842]
const a4 = `/MediaBox [0 0 ${width} ${height}]`

/** The page of a PDF with these entries in the page's dictionary, and the word `Word` on it. */
async function readPage({ pageEntries, content }: { pageEntries: string; content: string }) {
  const file = path.join(folder, 'page.pdf')
  await writeFile(file, onePagePdf({ content: stream({ content }), pageEntries }))
  const [page] = (await readPdf({ path: file })).pages
  const word = page?.words.find(({ text }) => text === 'Word')
  if (!page || !word) throw new Error('The page has no such word.')
  return { page, box: word.box }
}

const upright = printed(['Acme Ltd INVOICE', 'Word'])

/** The same print turned counterclockwise on its page, with the origin of `Word` at 300, 400. */
function turnedPrint(degrees: number): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos].map((part) => part.toFixed(4)).join(' ')
  return `BT /F 10 Tf ${matrix} 300 400 Tm (Word) Tj 0 -12 Td (Acme Ltd INVOICE) Tj ET`
}

/** Where a box of the page as stored is displayed when the page is turned clockwise. */
const displayed: Record<number, (box: Box) => Box> = {
  0: (box) => box,
  90: ({ x, y, ...box }) => ({ x: height - y - box.height, y: x, width: box.height, height: box.width }),
  180: ({ x, y, ...box }) => ({ ...box, x: width - x - box.width, y: height - y - box.height }),
  270: ({ x, y, ...box }) => ({ x: y, y: width - x - box.width, width: box.height, height: box.width }),
}

function expectSameBox({ got, wanted }: { got: Box; wanted: Box }): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(got[side]).toBeCloseTo(wanted[side], 1)
}

test.each([90, 180, 270])(
  'a page displayed turned by %i degrees is read as if it were upright',
  async (degrees) => {
    const straight = await readPage({ pageEntries: a4, content: upright })
    const { page, box } = await readPage({ pageEntries: `${a4} /Rotate ${degrees}`, content: upright })
    expect(page).toMatchObject({ turned: 360 - degrees, width, height, source: 'text' })
    expectSameBox({ got: box, wanted: straight.box })
  },
)

test.each([90, 180, 270])(
  'print turned by %i degrees and displayed upright lies where it is displayed',
  async (degrees) => {
    const pageEntries = `${a4} /Rotate ${degrees}`
    const { page, box } = await readPage({ pageEntries, content: turnedPrint(degrees) })
    const isSideways = degrees !== 180
    expect([page.width, page.height]).toEqual(isSideways ? [height, width] : [width, height])
    expect(page.turned).toBe(0)
    const origin = displayed[degrees]?.({ x: 300, y: height - 400, width: 0, height: 0 })
    expect(box.x).toBeCloseTo(origin?.x ?? 0, 0)
    expect(box.y + box.height).toBeGreaterThan(origin?.y ?? 0)
    expect(box.y).toBeLessThan(origin?.y ?? 0)
  },
)

test.each([90, 180, 270])(
  'print turned by %i degrees on a page that is not is read upright',
  async (degrees) => {
    const { page, box } = await readPage({ pageEntries: a4, content: turnedPrint(degrees) })
    expect(page.turned).toBe(degrees)
    expect(page.words.map(({ text }) => text).sort()).toEqual(['Acme', 'INVOICE', 'Ltd', 'Word'])
    expect(box.width).toBeGreaterThan(box.height)
    // A page held upright and put back is the page as displayed.
    const origin = displayed[degrees]?.({ x: 300, y: height - 400, width: 0, height: 0 })
    expect(box.x).toBeCloseTo(origin?.x ?? 0, 0)
  },
)

test('on a page that is cut to a part of itself, words are measured from the corner that is left', async () => {
  const whole = await readPage({ pageEntries: a4, content: upright })
  const cut = await readPage({ pageEntries: `${a4} /CropBox [30 600 595 822]`, content: upright })
  expectSameBox({ got: cut.box, wanted: { ...whole.box, x: whole.box.x - 30, y: whole.box.y - 20 } })
})
