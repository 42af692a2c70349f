import { expect, test } from 'vitest'
import { type FixtureName, readFixture } from '@/tests/fixtures/fixture'
import { sniffBytes, sniffContentType } from './sniff'

const text = (content: string) => new TextEncoder().encode(content)

test.each<[FixtureName, string]>([
  ['invoice.pdf', 'application/pdf'],
  ['receipt.jpg', 'image/jpeg'],
  ['receipt.png', 'image/png'],
  ['receipt.gif', 'image/gif'],
  ['receipt.bmp', 'image/bmp'],
  ['receipt.webp', 'image/webp'],
  ['receipt.tif', 'image/tiff'],
  ['page.heic', 'image/heic'],
  ['png-named.pdf', 'image/png'],
])('%s is %s by its bytes', async (name, type) => {
  expect(await sniffContentType((await readFixture(name)).subarray(0, sniffBytes))).toBe(type)
})

test('a zip is none of the accepted types', async () => {
  expect(await sniffContentType(await readFixture('zip-named.pdf'))).toBeNull()
})

test.each(['mif1', 'heix', 'hevc', 'msf1'])('a HEIC of the brand %s is one too', async (brand) => {
  const heic = Buffer.from(await readFixture('page.heic'))
  heic.write(brand, 8, 'latin1')
  expect(await sniffContentType(heic)).toBe('image/heic')
})

test('a PDF that begins with something else is still a PDF', async () => {
  expect(await sniffContentType(text(`junk\r\n${'-'.repeat(900)}%PDF-1.7\n`))).toBe('application/pdf')
})

test('plain text, HTML and nothing at all are refused', async () => {
  expect(await sniffContentType(text('a,b,c\n1,2,3\n'))).toBeNull()
  expect(await sniffContentType(text('<!doctype html><script>1</script>'))).toBeNull()
  expect(await sniffContentType(new Uint8Array())).toBeNull()
})
