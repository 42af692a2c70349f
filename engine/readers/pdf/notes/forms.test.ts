import { expect, test } from 'vitest'
import { stream } from '@/tests/fixtures/write-pdf'
import { print, readPage, textOf } from '@/tests/support/paper/pdf-page'

const label = print('Invoice number', { x: 50, y: 705 })
const widget = '/Type /Annot /Subtype /Widget /F 4 /Rect [200 700 320 720] /P 3 0 R'
const form = (more = '') =>
  `/AcroForm << /Fields [6 0 R] /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 10 Tf 0 g) ${more} >>`
const appearance = (text: string) =>
  stream({
    content: `/Tx BMC BT /Helv 10 Tf 0 g 2 5 Td (${text}) Tj ET EMC`,
    entries: '/Type /XObject /Subtype /Form /BBox [0 0 120 20] /Resources << /Font << /Helv 5 0 R >> >>',
  })

function pageWith({ field, more, objects = [] }: { field: string; more?: string; objects?: Buffer[] }) {
  return {
    content: label,
    page: '/Annots [6 0 R]',
    catalog: form(more),
    objects: [`<< ${field} >>`, ...objects],
  }
}

test('a filled field is read as its appearance shows it, in its place, as of the form', async () => {
  const field = `${widget} /FT /Tx /T (no) /V (1234) /AP << /N 7 0 R >>`
  const page = await readPage(pageWith({ field, objects: [appearance('TE-7731')] }))
  const word = page.words.find(({ text }) => text === 'TE-7731')
  expect(word?.origin).toBe('form')
  expect(word?.box.x).toBeGreaterThan(200)
  expect(word?.box.y).toBeGreaterThan(842 - 720)
  expect(page.words.map(({ text }) => text)).toEqual(['Invoice', 'number', 'TE-7731'])
})

test.each(['', '/NeedAppearances true'])('a value without appearance is read (%s)', async (more) => {
  const field = `${widget} /FT /Tx /T (no) /V (TE-7731 of May)`
  expect(await textOf(pageWith({ field, more }))).toBe('Invoice number TE-7731 of May')
})

test('a value whose appearance shows nothing is read', async () => {
  const field = `${widget} /FT /Tx /T (no) /V (TE-7731) /AP << /N 7 0 R >>`
  expect(await textOf(pageWith({ field, objects: [appearance('')] }))).toBe('Invoice number TE-7731')
})

test('what an empty field says of itself is not read', async () => {
  const field = `${widget} /FT /Tx /T (no) /AP << /N 7 0 R >>`
  expect(await textOf(pageWith({ field, objects: [appearance('Enter number')] }))).toBe('Invoice number')
})

test('of a list, the label of the chosen option is read and not its code', async () => {
  const field = `${widget} /FT /Ch /Ff 131072 /T (c) /V (g) /Opt [[(g) (GBP pounds)] [(e) (EUR)]]`
  expect(await textOf(pageWith({ field }))).toBe('Invoice number GBP pounds')
})

test('hidden fields and passwords are not read', async () => {
  const hidden = `${widget.replace('/F 4', '/F 2')} /FT /Tx /T (no) /V (SECRET)`
  expect(await textOf(pageWith({ field: hidden }))).toBe('Invoice number')
  const password = `${widget} /FT /Tx /Ff 8192 /T (no) /V (SECRET)`
  expect(await textOf(pageWith({ field: password }))).not.toContain('SECRET')
})

test.each([
  ['/V /Yes /AS /Yes', '☒'],
  ['/V /Off /AS /Off', '☐'],
])('a box with %s is read as %s', async (state, tick) => {
  const field = `${widget} /FT /Btn /T (paid) ${state} /AP << /N << /Yes 7 0 R /Off 8 0 R >> >>`
  expect(await textOf(pageWith({ field, objects: [appearance('4'), appearance('')] }))).toBe(
    `Invoice number ${tick}`,
  )
})

const note = '/Type /Annot /Subtype /FreeText /F 4 /Rect [200 700 320 720] /DA (/Helv 10 Tf 0 g)'
const noted = (entries: string, objects: Buffer[] = []) => ({
  content: label,
  page: '/Annots [6 0 R]',
  objects: [`<< ${note} ${entries} >>`, ...objects],
})

test('a note on the page is read with and without an appearance', async () => {
  const drawn = noted('/Contents (576.00) /AP << /N 7 0 R >>', [appearance('576.00')])
  expect(await textOf(drawn)).toBe('Invoice number 576.00')
  expect(await textOf(noted('/Contents (576.00 paid)'))).toBe('Invoice number 576.00 paid')
})

test('a note that covers print takes it from the words', async () => {
  const box = stream({
    content: '1 g 0 0 300 20 re f',
    entries: '/Type /XObject /Subtype /Form /BBox [0 0 300 20]',
  })
  const parts = noted('/Rect [40 700 340 720] /AP << /N 7 0 R >>', [box])
  expect(await textOf({ ...parts, content: `${label} ${print('Total 576.00', { x: 50, y: 600 })}` })).toBe(
    'Total 576.00',
  )
})

test('a form of thousands of fields is read to its end', async () => {
  const count = 3_000
  const ids = Array.from({ length: count }, (_, index) => `${6 + index} 0 R`).join(' ')
  const objects = Array.from({ length: count }, (_, index) => {
    const [x, y] = [(index % 30) * 19, Math.floor(index / 30) * 8]
    return `<< /Type /Annot /Subtype /Widget /F 4 /Rect [${x} ${y} ${x + 18} ${y + 7}] /FT /Tx /T (f${index}) /V (${index}) >>`
  })
  const catalog = `/AcroForm << /Fields [${ids}] /DA (/Helv 5 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >>`
  const page = await readPage({ content: label, page: `/Annots [${ids}]`, catalog, objects })
  expect(page.words.filter(({ origin }) => origin === 'form').length).toBeGreaterThan(count * 0.95)
})
