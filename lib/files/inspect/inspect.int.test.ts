import { copyFile, mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { AcceptedContentType } from '@/base/contract'
import { type FixtureName, fixtureFile } from '@/tests/fixtures/fixture'
import { withHole } from '@/tests/fixtures/hostile/pdfs'
import { encryptions, writeProtectedPdf } from '@/tests/fixtures/protected-pdf'
import { countPages, drawThumbnail, stopInspectors } from './inspect'

const folder = await mkdtemp(path.join(tmpdir(), 'inspect-'))
const pdf = 'application/pdf'

afterAll(stopInspectors)

test.each<[FixtureName, AcceptedContentType, number]>([
  ['invoice.pdf', pdf, 1],
  ['eighteen-pages.pdf', pdf, 18],
  ['owner-password.pdf', pdf, 1],
  ['with-scripts.pdf', pdf, 1],
  ['blank-page.pdf', pdf, 1],
  ['receipt.jpg', 'image/jpeg', 1],
  ['receipt.png', 'image/png', 1],
  ['receipt.gif', 'image/gif', 1],
  ['receipt.bmp', 'image/bmp', 1],
  ['receipt.webp', 'image/webp', 1],
])('%s (%s) has %i pages', async (name, contentType, pages) => {
  expect(await countPages({ path: await fixtureFile(name), contentType })).toBe(pages)
})

test.each(Object.keys(encryptions) as (keyof typeof encryptions)[])(
  'a PDF encrypted with %s that asks its reader for a password is refused as such, one that does not has its page',
  async (encryption) => {
    const file = { path: path.join(folder, `${encryption}.pdf`), contentType: pdf } as const
    await writeFile(file.path, await writeProtectedPdf({ encryption, userPassword: 'foo' }))
    await expect(countPages(file)).rejects.toMatchObject({ code: 'upload.password_protected' })
    await writeFile(file.path, await writeProtectedPdf({ encryption, ownerPassword: 'bar' }))
    expect(await countPages(file)).toBe(1)
  },
)

test('a PDF with a hole in its middle has all pages that its tree names', async () => {
  const file = path.join(folder, 'hole.pdf')
  await writeFile(file, withHole({ pages: 397 }))
  expect(await countPages({ path: file, contentType: pdf })).toBe(397)
})

test('what only claims to be a PDF is refused as unreadable', async () => {
  const file = path.join(folder, 'claims.pdf')
  await writeFile(file, '%PDF-1.7\nand nothing more')
  await expect(countPages({ path: file, contentType: pdf })).rejects.toMatchObject({
    code: 'upload.unreadable',
  })
})

test('a picture cut short is refused as unreadable', async () => {
  const file = path.join(folder, 'cut.jpg')
  await copyFile(await fixtureFile('receipt.jpg'), file)
  await truncate(file, 100_000)
  await expect(countPages({ path: file, contentType: 'image/jpeg' })).rejects.toMatchObject({
    code: 'upload.unreadable',
  })
})

test('a picture of more than 100 megapixels is refused before it is decoded', async () => {
  const bomb = path.join(folder, 'bomb.png')
  await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: 'white' } })
    .png()
    .toFile(bomb)
  const refused = { code: 'upload.too_many_pixels', values: { limit: 100 } }
  await expect(countPages({ path: bomb, contentType: 'image/png' })).rejects.toMatchObject(refused)

  const header = Buffer.from((await readFile(await fixtureFile('receipt.bmp'))).subarray(0, 200))
  header.writeInt32LE(60_000, 18)
  header.writeInt32LE(-60_000, 22)
  const claims = path.join(folder, 'claims.bmp')
  await writeFile(claims, header)
  await expect(countPages({ path: claims, contentType: 'image/bmp' })).rejects.toMatchObject(refused)
})

test.each<[FixtureName, AcceptedContentType]>([
  ['invoice.pdf', pdf],
  ['receipt.jpg', 'image/jpeg'],
  ['receipt.bmp', 'image/bmp'],
])('the first page of %s is drawn as a WebP 480 pixels wide', async (name, contentType) => {
  const target = path.join(folder, `${name}.webp`)
  await drawThumbnail({ path: await fixtureFile(name), contentType, target })
  expect(await sharp(target).metadata()).toMatchObject({ format: 'webp', width: 480 })
})

test('a fault of the disk is not blamed on the file', async () => {
  const missing = { path: path.join(folder, 'no-such-file'), contentType: pdf } as const
  await expect(countPages(missing)).rejects.toMatchObject({ code: 'internal' })
  for (const [name, contentType] of [
    ['invoice.pdf', pdf],
    ['receipt.jpg', 'image/jpeg'],
  ] as const) {
    const target = path.join(folder, 'no-such-folder', 'a.webp')
    await expect(drawThumbnail({ path: await fixtureFile(name), contentType, target })).rejects.toMatchObject(
      {
        code: 'internal',
      },
    )
  }
})
