import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readCatalog } from './catalog'

const plain = { hasLayers: false, isPortfolio: false }
const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)))
/** An object stream (ISO 32000-1, 7.5.7), with its packed bytes after one kind of line break or the other. */
const packed = (content: string, { lineBreak = '\n' } = {}) =>
  bytes(`/Type /ObjStm >> stream${lineBreak}`, deflateSync(content), '\nendstream ')

it('a file that names neither has no layers and is no portfolio', () => {
  expect(readCatalog(bytes('%PDF-1.7 << /Type /Catalog >>'))).toEqual(plain)
  expect(readCatalog(bytes('%PDF-1.7 ', packed('<< /Type /Catalog >>')))).toEqual(plain)
})

it('names in the open parts are found, but not as the beginning of others', () => {
  expect(readCatalog(bytes('<< /OCProperties << >>'))).toEqual({ ...plain, hasLayers: true })
  expect(readCatalog(bytes('<< /Collection'))).toEqual({ ...plain, isPortfolio: true })
  expect(readCatalog(bytes('/OCPropertiesOfOurs /CollectionItem'))).toEqual(plain)
  expect(readCatalog(bytes('/CollectionItem /Collection<<'))).toEqual({ ...plain, isPortfolio: true })
})

it.each(['\n', '\r\n'])('names in packed objects are found, also in later ones (%j)', (lineBreak) => {
  const file = bytes(packed('<< >>', { lineBreak }), packed('/Collection /OCProperties', { lineBreak }))
  expect(readCatalog(file)).toEqual({ hasLayers: true, isPortfolio: true })
})

it('what cannot be unpacked is passed over; in a locked file it may hold layers', () => {
  const damaged = bytes('/ObjStm stream\nnot packed at all endstream ', packed('/Collection'))
  expect(readCatalog(damaged)).toEqual({ ...plain, isPortfolio: true })
  expect(readCatalog(bytes('/Encrypt ', damaged))).toEqual({ hasLayers: true, isPortfolio: true })
})

it('a packed object without an end ends the look', () => {
  expect(readCatalog(bytes('/ObjStm stream\n', deflateSync('/Collection')))).toEqual(plain)
})

it('64 MB are unpacked and no more: a larger object is passed over, and after as much nothing is looked at', () => {
  const blanks = (count: number) => packed(' '.repeat(count))
  expect(readCatalog(bytes(blanks(64_000_000), packed('/Collection')))).toEqual(plain)
  expect(readCatalog(bytes(blanks(64_000_001), packed('/Collection')))).toEqual({
    ...plain,
    isPortfolio: true,
  })
})
