import { expect, test } from 'vitest'
import { stream, writePdf } from '@/tests/fixtures/write-pdf'
import { pdfOf, print, readBytes, readPage } from '@/tests/support/paper/pdf-page'

const invoice = pdfOf({ content: print('Invoice TE-7731', { x: 50, y: 700 }) })
const hint = print('For the best experience, open this PDF portfolio in Adobe Reader.', { x: 50, y: 700 })
const names = (...ids: number[]) =>
  `/Names << /EmbeddedFiles << /Names [${ids.map((id) => `(${id}) ${id} 0 R`).join(' ')}] >> >>`
const file = (name: string, id: number) =>
  `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${id} 0 R >> >>`
const embedded = (content: Buffer) => stream({ content, entries: '/Type /EmbeddedFile' })
const words = (reading: Awaited<ReturnType<typeof readBytes>>) =>
  reading.pages.flatMap((page) => page.words.map(({ text }) => text)).join(' ')

test('of a portfolio with one PDF in it, that one is read', async () => {
  const reading = await readBytes(
    pdfOf({
      content: hint,
      catalog: `/Collection << /View /D >> ${names(6)}`,
      objects: [file('a.pdf', 7), embedded(invoice)],
    }),
  )
  expect(words(reading)).toBe('Invoice TE-7731')
  expect(reading.notices).toEqual([])
})

test('a cover that names the program to open it with is taken for one, also without a word of the catalogue', async () => {
  const reading = await readBytes(
    pdfOf({ content: hint, catalog: names(6), objects: [file('a.pdf', 7), embedded(invoice)] }),
  )
  expect(words(reading)).toBe('Invoice TE-7731')
})

test('a portfolio of several files says so', async () => {
  const reading = await readBytes(
    pdfOf({
      content: hint,
      catalog: `/Collection << /View /D >> ${names(6, 8)}`,
      objects: [file('a.pdf', 7), embedded(invoice), file('b.pdf', 9), embedded(invoice)],
    }),
  )
  expect(reading.notices).toEqual([{ code: 'file.portfolio', files: 2 }])
})

test('an invoice with terms attached is read itself', async () => {
  const terms = pdfOf({ content: print('Terms of trade', { x: 50, y: 700 }) })
  const reading = await readBytes(
    pdfOf({
      content: print('Invoice TE-1', { x: 50, y: 700 }),
      catalog: names(6),
      objects: [file('t.pdf', 7), embedded(terms)],
    }),
  )
  expect(words(reading)).toBe('Invoice TE-1')
  expect(reading.attachments).toHaveLength(1)
})

test.each(['/NeedsRendering true', ''])('a form that only Adobe shows says so (%s)', async (entry) => {
  const reading = await readBytes(
    pdfOf({
      content: print('Please wait... If this message is not replaced, upgrade Adobe Reader.', {
        x: 50,
        y: 700,
      }),
      catalog: `${entry} /AcroForm << /Fields [] /XFA [(template) 6 0 R] >>`,
      objects: [stream({ content: '<template/>' })],
    }),
  )
  expect(reading.notices).toEqual([{ code: 'file.dynamic_form' }])
})

test('a form that has its pages drawn is read in silence, whatever stands beside it', async () => {
  const reading = await readBytes(
    pdfOf({
      content: print('Invoice TE-7731', { x: 50, y: 700 }),
      catalog: '/AcroForm << /Fields [] /XFA [(template) 6 0 R] >>',
      objects: [stream({ content: '<template/>' })],
    }),
  )
  expect(reading.notices).toEqual([])
})

test('a form that paints itself without end is read once', async () => {
  const page = await readPage({
    content: `/A Do ${print('Invoice TE-7731', { x: 50, y: 700 })}`,
    resources: '/XObject << /A 6 0 R >>',
    objects: [
      stream({
        content: `${print('first', { x: 50, y: 600 })} /A Do`,
        entries:
          '/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> /XObject << /A 6 0 R >> >>',
      }),
    ],
  })
  expect(page.words.map(({ text }) => text)).toEqual(expect.arrayContaining(['first', 'TE-7731']))
})

test('a page of a hundred thousand characters over thousands of shapes is read to its end', async () => {
  const lines = Array.from({ length: 1_000 }, (_, row) =>
    print(`${`w${row}n `.repeat(14)}end`, { x: 10, y: 835 - row * 0.8, size: 2.5 }),
  )
  const shapes = Array.from({ length: 3_000 }, (_, index) => `0.9 g ${index % 500} ${index % 800} 20 20 re f`)
  const page = await readPage({ content: [...shapes, ...lines].join('\n') })
  expect(page.words.length).toBeGreaterThan(14_000)
})

test('a PDF whose pages cannot be opened keeps the ones that can', async () => {
  const reading = await readBytes(
    writePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [9 0 R 3 0 R] /Count 2 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
      stream({ content: print('Invoice TE-7731', { x: 50, y: 700 }) }),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]),
  )
  expect(words(reading)).toBe('Invoice TE-7731')
})
