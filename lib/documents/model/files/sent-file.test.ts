import { expect, test } from 'vitest'
import { convertedName, sentFile } from './sent-file'

const original = {
  name: 'IMG_1.HEIC',
  contentType: 'image/heic',
  bytes: 5,
  sha256: 'a',
  fileKey: 'originals/doc_1',
}
const converted = { key: 'converted/doc_1', contentType: 'image/jpeg', bytes: 9, sha256: 'b', pictures: 1 }

test('what was converted is sent and shown, under a name that says what it is', () => {
  expect(sentFile({ ...original, converted })).toMatchObject({ ...converted, name: 'IMG_1.jpg' })
})

test('what was not converted, or is gone with its original, is the original', () => {
  const { fileKey: key, ...facts } = original
  expect(sentFile({ ...original, converted: null })).toEqual({ ...facts, key })
  expect(sentFile({ ...original, fileKey: null, converted })).toMatchObject({ key: null })
})

test.each([
  ['scan.tif', 'application/pdf', 'scan.pdf'],
  ['scan.TIFF', 'image/png', 'scan.png'],
  ['no ending', 'image/jpeg', 'no ending.jpg'],
  ['a.pdf', 'image/jpeg', 'a.pdf.jpg'],
])('%s as %s is called %s', (name, contentType, called) => {
  expect(convertedName({ name, contentType })).toBe(called)
})
