import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { PageWords } from '@/base/contract'
import { readJpegHead } from '@/lib/files/jpeg-head'
import { pdfText, placedTexts } from '@/tests/support/pdf-text'
import { pictureFrame } from './picture-pdf'

type Words = PageWords['words']
const read: Words = [{ text: 'Ñandú', box: [0.1, 0.2, 0.3, 0.05], confidence: 0.9, source: 'picture' }]
const pagesOf = (words: Words): PageWords[] => [{ page: 1, width: 800, height: 400, words }]

async function write({ density, words }: { density?: number; words: Words }): Promise<Buffer> {
  const blank = sharp({ create: { width: 800, height: 400, channels: 3, background: 'white' } })
  const jpeg = await (density ? blank.withMetadata({ density }) : blank).jpeg().toBuffer()
  const head = readJpegHead(jpeg)
  if (!head) throw new Error('a JPEG was made')
  const { before, after } = await pictureFrame({
    jpeg: { ...head, bytes: jpeg.length },
    pages: pagesOf(words),
  })
  return Buffer.concat([before, jpeg, after])
}

test.each([
  ['that tells its dots per inch is as large as it was printed', 200, '288 144'],
  ['that tells none is laid out as a photographed page', undefined, '842 421'],
])('a picture %s', async (_, density, size) => {
  const file = await write({ ...(density && { density }), words: read })
  expect(file.toString('latin1')).toContain(`/MediaBox [0 0 ${size}]`)
  const [found] = await placedTexts(file)
  expect([found?.text, found?.x.toFixed(2), found?.base.toFixed(2)]).toEqual(['Ñandú', '0.10', '0.24'])
  expect((await pdfText(file)).map((text) => text.trim())).toEqual(['Ñandú'])
})

test('a picture on which nothing was read is a page all the same', async () => {
  expect(await pdfText(await write({ words: [] }))).toEqual([''])
})
