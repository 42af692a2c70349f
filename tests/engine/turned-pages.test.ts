import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '@/engine/readers/read-pdf'
import type { Box } from '@/engine/readers/reading'
import { onePagePdf, printed, stream } from './hostile/write-pdf'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-turned-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The word `W` and the page it is on, with these entries in the page's dictionary. */
async function readWord(pageEntries: string) {
  const file = path.join(folder, 'page.pdf')
  const content = stream({ content: printed(['Acme Ltd INVOICE', 'W']) })
  await writeFile(file, onePagePdf({ content, pageEntries }))
  const [page] = (await readPdf({ path: file, attempt: 1 })).pages
  const word = page?.words.find(({ text }) => text === 'W')
  if (!page || !word) throw new Error('The page has no such word.')
  return { width: page.width, height: page.height, box: word.box }
}

const [width, height] = [595, 842]
const a4 = `/MediaBox [0 0 ${width} ${height}]`

/** Where a box of the upright page comes to lie when the page is turned clockwise. */
const turns: Record<number, (box: Box) => Box> = {
  90: ({ x, y, ...box }) => ({ x: height - y - box.height, y: x, width: box.height, height: box.width }),
  180: ({ x, y, ...box }) => ({ ...box, x: width - x - box.width, y: height - y - box.height }),
  270: ({ x, y, ...box }) => ({ x: y, y: width - x - box.width, width: box.height, height: box.width }),
}

function expectSameBox({ got, wanted }: { got: Box; wanted: Box }): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(got[side]).toBeCloseTo(wanted[side], 1)
}

test.each([90, 180, 270])(
  'on a page turned by %i degrees, words lie where they are displayed',
  async (degrees) => {
    const upright = await readWord(a4)
    const turned = await readWord(`${a4} /Rotate ${degrees}`)
    const isSideways = degrees !== 180
    expect([turned.width, turned.height]).toEqual(isSideways ? [height, width] : [width, height])
    const turn = turns[degrees]
    if (turn) expectSameBox({ got: turned.box, wanted: turn(upright.box) })
  },
)

test('on a page that is cut to a part of itself, words are measured from the corner that is left', async () => {
  const whole = await readWord(a4)
  const cut = await readWord(`${a4} /CropBox [30 600 595 822]`)
  expectSameBox({ got: cut.box, wanted: { ...whole.box, x: whole.box.x - 30, y: whole.box.y - 20 } })
})
