import { afterAll, expect, test } from 'vitest'
import { printPage } from '@/tests/support/paper/print-page'
import { stopWasmWorker } from '../tesseract/wasm'
import { turnPicture } from './picture'
import { readPicture } from './read-picture'

afterAll(stopWasmWorker)

const lines = [
  'Factura n.º 2026-0147 de 14/03/2026',
  'Panadería Ibáñez e Hijos, S.L.',
  'Suministro de azulejos y cemento',
  'Base imponible 1.240,50 €',
  'IVA 21 % 260,51 €',
  'Total a pagar 1.501,01 €',
]
const page = await printPage({ lines })

test.each([
  [0, 0],
  [90, 270],
  [180, 180],
  [270, 90],
] as const)('a page that lies turned by %i degrees is read upright', async (lies, turned) => {
  const reading = await readPicture(await turnPicture({ picture: page, degrees: lies }))
  expect(reading).toMatchObject({ turned, width: page.width, height: page.height, isTooSmall: false })
  const total = reading.words.find(({ text }) => text === '1.501,01')
  const title = reading.words.find(({ text }) => text === 'Factura')
  expect(total?.box.y).toBeGreaterThan(title?.box.y ?? page.height)
  expect(title?.box.width).toBeGreaterThan(title?.box.height ?? 0)
})

test('accents, currency signs and blanks are read', async () => {
  const { words } = await readPicture(page)
  const text = words.map((word) => word.text).join(' ')
  for (const part of ['Panadería Ibáñez e Hijos, S.L.', '1.240,50 €', 'Total a pagar', 'de 14/03/2026']) {
    expect(text).toContain(part)
  }
})

test('a long roll is read to its end, each line once', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => `Item ${1_000 + index} at ${index}.50`)
  const { words } = await readPicture(await printPage({ lines: rows, width: 200, height: 3_000 }))
  const begins = words.filter(({ box }) => box.x < 80)
  expect(begins).toHaveLength(rows.length)
  for (const end of ['1000', '1119']) expect(words.map(({ text }) => text)).toContain(end)
})

test('print too small to read gives no words and is said to be so', async () => {
  const { words, isTooSmall } = await readPicture(
    await printPage({ lines, fontSize: 8, pixelsPerPoint: 0.45 }),
  )
  expect({ words, isTooSmall }).toEqual({ words: [], isTooSmall: true })
})

test('blank paper has no words and no print that is too small', async () => {
  const { words, isTooSmall } = await readPicture(await printPage({ lines: [] }))
  expect({ words, isTooSmall }).toEqual({ words: [], isTooSmall: false })
})
