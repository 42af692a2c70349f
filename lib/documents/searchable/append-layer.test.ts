import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PageWords } from '@/base/contract'
import { onePagePdf, printed, stream, writePdf } from '@/tests/fixtures/write-pdf'
import { pdfText, placedTexts } from '@/tests/support/pdf-text'
import { layerFor } from './append-layer'
import { PdfSyntaxError } from './pdf-syntax'

type Words = PageWords['words']
const word = (text: string, box: Words[number]['box'], source: Words[number]['source'] = 'picture') => ({
  ...{ text, box, source },
  confidence: 0.9,
})
const words: Words = [
  word('Ñandú', [0.1, 0.1, 0.2, 0.02]),
  word('東京', [0.6, 0.3, 0.1, 0.03]),
  word('Ωμέγα', [0.2, 0.5, 0.3, 0.05]),
  word('дом', [0.7, 0.9, 0.1, 0.02]),
]
const pageOf = (page: number, shown = words): PageWords => ({ page, width: 1, height: 1, words: shown })

const layer = (file: Buffer, pages = [pageOf(1)]) =>
  layerFor({
    bytes: file.length,
    read: async ({ start, length }) => file.subarray(start, start + length),
    pages,
  })
const withLayer = async (file: Buffer, pages?: PageWords[]) => Buffer.concat([file, await layer(file, pages)])

/** Whether each word stands where its box is, on the page as it is shown, and runs from left to right. */
async function expectPlaced(file: Buffer, expected = words) {
  const placed = await placedTexts(file)
  for (const { text, box } of expected) {
    const found = placed.find((one) => one.text === text)
    expect(found, `${text} in ${placed.map((one) => one.text).join()}`).toBeDefined()
    const [x, y, w, h] = box
    expect([found?.x, found?.base, found?.width, found?.height].map((one) => one?.toFixed(2))).toEqual(
      [x, y + h * 0.8, w, h].map((one) => one.toFixed(2)),
    )
  }
}

const scan = (pageEntries?: string) =>
  onePagePdf({
    content: stream({ content: '0.9 g 0 0 500 500 re f 3 0 0 3 7 7 cm q' }),
    ...(pageEntries ? { pageEntries } : {}),
  })

describe('the words of a scan', () => {
  test('come out of two readers, in any script and at their places, and the file keeps its bytes', async () => {
    const file = scan()
    const made = await withLayer(file)
    expect(made.subarray(0, file.length).equals(file)).toBe(true)
    await expectPlaced(made)
    expect((await pdfText(made)).map((one) => one.split(/\s+/).filter(Boolean))).toEqual([
      words.map(({ text }) => text),
    ])
  })

  test.each([90, 180, 270, -90])('stand upright on a page that is turned by %i degrees', async (turn) => {
    const made = await withLayer(scan(`/MediaBox [0 0 595 842] /Rotate ${turn}`))
    await expectPlaced(made)
    const [text = ''] = await pdfText(made)
    for (const { text: read } of words) expect(text).toContain(read)
  })

  test('keep to the part of the page that is seen', async () => {
    await expectPlaced(await withLayer(scan('/MediaBox [-50 20 595 842] /CropBox [100 100 400 900]')))
  })

  test('are not laid a second time where the page has its own text', async () => {
    const file = onePagePdf({ content: stream({ content: printed(['Printed words']) }) })
    const read = [word('Printed', [0.1, 0.1, 0.1, 0.02], 'text')]
    expect(await layer(file, [pageOf(1, read)])).toHaveLength(0)
    const mixed = await withLayer(file, [pageOf(1, [...read, word('Stamp', [0.5, 0.5, 0.2, 0.04])])])
    const [text = ''] = await pdfText(mixed)
    expect(text.match(/Printed/g)).toHaveLength(1)
    expect(text).toContain('Stamp')
  })
})

test('each page gets its own words, and keeps what it takes over from above', async () => {
  const content = stream({ content: printed(['own']) })
  const file = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 /MediaBox [0 0 842 595] /Rotate 90
        /Resources << /Font << /F 7 0 R >> >> >>`,
    '<< /Type /Page /Parent 2 0 R /Contents [4 0 R] >>',
    content,
    '<< /Type /Pages /Parent 2 0 R /Kids [6 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 5 0 R /Contents 4 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
  const [first = '', second = ''] = await pdfText(
    await withLayer(file, [pageOf(1, []), pageOf(2, [word('zwei', [0.1, 0.1, 0.1, 0.02])])]),
  )
  expect(first.trim()).toBe('own')
  expect(second).toContain('zwei')
  expect(second).toContain('own')
})

test('a file whose objects and their table are compressed is added to in the same way, and more than once', async () => {
  const file = compressedPdf()
  const once = await withLayer(file)
  await expectPlaced(once)
  const added = [word('again', [0.3, 0.7, 0.2, 0.02])]
  const twice = await withLayer(once, [pageOf(1, added)])
  await expectPlaced(twice, [...words, ...added])
})

test.each([
  [
    'encrypted',
    Buffer.from(scan().toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R'), 'latin1'),
  ],
  ['cut off', scan().subarray(0, 300)],
  [
    'without its table',
    Buffer.from(
      scan()
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n7'),
      'latin1',
    ),
  ],
  [
    'a circle of pages',
    Buffer.from(scan().toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1'),
  ],
  ['none', Buffer.from('x'.repeat(5000))],
])('what is %s is refused, and not repaired', async (_, file) => {
  await expect(layer(file)).rejects.toThrow(PdfSyntaxError)
})

/** One page, its objects in an object stream and their places in a stream with PNG's predictor. */
function compressedPdf(): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let at = 0
  const places = objects.map((object, index) => {
    const place = `${index + 1} ${at}`
    at += object.length + 1
    return place
  })
  const head = `${places.join(' ')} `
  const packed = deflateSync(Buffer.from(`${head}${objects.join(' ')}`))
  const begin = '%PDF-1.7\n'
  const first = `4 0 obj\n<< /Type /ObjStm /N 3 /First ${head.length} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`
  const streamObject = Buffer.concat([Buffer.from(first), packed, Buffer.from('\nendstream\nendobj\n')])
  const table = begin.length + streamObject.length
  const rows = [
    ...[[0, 0, 255], ...[0, 1, 2].map((index) => [2, 4, index]), [1, begin.length, 0], [1, table, 0]],
  ].map(([kind = 0, second = 0, third = 0]) => [kind, second >> 8, second & 255, third])
  const predicted = rows.flatMap((row, index) => [
    2,
    ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255),
  ])
  const data = deflateSync(Buffer.from(predicted))
  const dict = `<< /Type /XRef /Size 6 /Root 1 0 R /W [1 2 1] /Length ${data.length} /Filter /FlateDecode
    /DecodeParms << /Predictor 12 /Columns 4 >> >>`
  return Buffer.concat([
    Buffer.from(begin),
    streamObject,
    Buffer.from(`5 0 obj\n${dict}\nstream\n`),
    data,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${table}\n%%EOF\n`),
  ])
}
