import { beforeEach, expect, test, vi } from 'vitest'
import { stream } from '@/tests/fixtures/write-pdf'
import { type PageParts, pdfOf, print, readBytes, readPage } from '@/tests/support/paper/pdf-page'
import type { Picture, PictureReading } from '../../picture/picture'

/** What the recogniser is to find: words by their place in the picture, as shares of its sides. */
let printed: { text: string; x: number; y: number; confidence?: number }[] = []
const seen: Picture[] = []

vi.mock('../../picture/read-picture', () => ({
  readPicture: async (picture: Picture): Promise<PictureReading> => {
    seen.push(picture)
    const { width, height } = picture
    const words = printed.map(({ text, x, y, confidence = 0.9 }) => ({
      text,
      box: { x: x * width, y: y * height, width: 0.1 * width, height: 0.015 * height },
      confidence,
      origin: 'picture' as const,
    }))
    return { width, height, words, turned: 0, isTooSmall: false }
  },
}))

beforeEach(() => {
  printed = []
  seen.length = 0
})

/** A grey picture with rows of dark dashes that stand for print, beginning at these shares of its height. */
function scan({ width, height, rows }: { width: number; height: number; rows: number[] }): Buffer {
  const pixels = Buffer.alloc(width * height, 250)
  for (const row of rows) {
    for (let y = Math.round(row * height); y < row * height + 6; y += 1) {
      for (let x = Math.round(width * 0.1); x < width * 0.9; x += 1) if (x % 6 < 4) pixels[y * width + x] = 20
    }
  }
  const entries = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`
  return stream({ content: pixels, entries, deflated: 1 })
}

const fullScan = scan({ width: 595, height: 842, rows: [0.1, 0.15, 0.2, 0.4, 0.6] })
const scanned = (over: string): PageParts => ({
  content: `q 595 0 0 842 0 0 cm /P Do Q ${over}`,
  resources: '/XObject << /P 6 0 R >>',
  objects: [fullScan],
})

test('a scan with a line of text on it is read, and both texts are joined in points', async () => {
  printed = [
    { text: 'INVOICE', x: 0.1, y: 0.1 },
    { text: 'Scanned', x: 0.1, y: 0.97 },
  ]
  const page = await readPage(scanned(print('Scanned with some app', { x: 60, y: 15 })))
  expect(page).toMatchObject({ width: 595, height: 842, turned: 0 })
  expect(page.words.map(({ text, origin }) => [text, origin])).toEqual([
    ['Scanned', 'text'],
    ['with', 'text'],
    ['some', 'text'],
    ['app', 'text'],
    ['INVOICE', 'picture'],
  ])
  expect(page.words.at(-1)?.box.x).toBeCloseTo(59.5, 0)
  expect(page.words.at(-1)?.box.y).toBeCloseTo(84.2, 0)
})

test('a scan is drawn no larger than it is', async () => {
  await readPage(scanned(''))
  expect(seen).toMatchObject([{ width: 595, height: 842 }])
})

const layerLine = (text: string, row: number) =>
  `BT 3 Tr /F 10 Tf ${476 / (text.length * 5)} 0 0 1 59 ${842 - row * 842 - 7} Tm (${text}) Tj ET`
const lines = ['Tarnfield Electrical', 'Invoice number', 'Invoice date', 'Subtotal', 'Total due']

test('a hidden layer that accounts for the print of a scan is taken as it is', async () => {
  const layer = [0.1, 0.15, 0.2, 0.4, 0.6].map((row, index) => layerLine(lines[index] ?? '', row)).join(' ')
  const page = await readPage(scanned(layer))
  expect(seen).toEqual([])
  expect(page.words.map(({ text }) => text)).toContain('Tarnfield')
})

test('a hidden layer that reads like noise, or leaves print out, is not believed', async () => {
  printed = [{ text: 'INVOICE', x: 0.1, y: 0.1 }]
  const noise = [0.1, 0.15, 0.2, 0.4, 0.6]
    .map((row) => layerLine('lnv0ice nurnb3r T0taI ||~ ;;', row))
    .join(' ')
  expect((await readPage(scanned(noise))).words.map(({ text }) => text)).toEqual(['INVOICE'])
  expect((await readPage(scanned(layerLine('Tarnfield', 0.1)))).words.map(({ text }) => text)).toEqual([
    'INVOICE',
  ])
})

test('hidden words where a scan has no print are left out', async () => {
  const layer = [0.1, 0.15, 0.2, 0.4, 0.6].map((row, index) => layerLine(lines[index] ?? '', row)).join(' ')
  const page = await readPage(scanned(`${layer} BT 3 Tr /F 10 Tf 1 0 0 1 59 100 Tm (Total 9,999.00) Tj ET`))
  expect(page.words.map(({ text }) => text)).not.toContain('9,999.00')
})

const logo = (seed: number) => scan({ width: 200, height: 60, rows: [0.2, 0.5, 0.5 + seed / 100] })
const withLogo = (seed: number): PageParts => ({
  content: `q 200 0 0 60 50 750 cm /P Do Q ${print('Invoice TE-7731 of 14 March 2026', { x: 50, y: 600 })}`,
  resources: '/XObject << /P 6 0 R >>',
  objects: [logo(seed)],
})

test('a logo is read beside the text of a page, and read once however often it comes', async () => {
  printed = [{ text: 'Tarnfield', x: 0.5, y: 0.5 }]
  const page = await readPage(withLogo(1))
  expect(page.source).toBe('text')
  const word = page.words.find(({ origin }) => origin === 'picture')
  expect(word?.text).toBe('Tarnfield')
  expect(word?.box.x).toBeCloseTo(150, 0)
  expect(word?.box.y).toBeCloseTo(842 - 810 + 30, 0)
  await readPage(withLogo(1))
  expect(seen).toHaveLength(1)
})

test('icons and photographs are not read', async () => {
  const noise = Buffer.from(Array.from({ length: 200 * 60 }, (_, at) => (at * 7919) % 256))
  const photo = stream({
    content: noise,
    entries:
      '/Type /XObject /Subtype /Image /Width 200 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8',
  })
  await readPage({ ...withLogo(2), objects: [photo] })
  await readPage({ ...withLogo(3), content: withLogo(3).content.replace('200 0 0 60', '12 0 0 12') })
  expect(seen).toEqual([])
})

const shapeless =
  '<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [7 0 R] >>'
const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
  /FontDescriptor << /Type /FontDescriptor /FontName /Nameless /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 >> >>`
const meaningless = {
  content: 'BT /N 12 Tf 50 700 Td <01F101F201F301F401F501F601F701F801F901FA01FB01FC01FD01FE> Tj ET',
  resources: '/Font << /N 6 0 R >>',
  objects: [shapeless, descendant],
}

test('text without meaning is read as a picture, and said to be unreadable when that fails', async () => {
  printed = [{ text: 'Rechnung-Nr.4711', x: 0.1, y: 0.1 }]
  const read = await readBytes(pdfOf(meaningless))
  expect(read.pages[0]?.words.map(({ text }) => text)).toEqual(['Rechnung-Nr.4711'])
  expect(read.notices).toEqual([])
  printed = []
  expect((await readBytes(pdfOf(meaningless))).notices).toEqual([{ code: 'text.unreadable', pages: [1] }])
})
