import { expect, test } from 'vitest'
import { uncheckedFile } from './use-upload-queue'

test('without its check a file goes on its way, with pages unknown', () => {
  expect(uncheckedFile({ size: 10, type: 'application/pdf' })).toEqual({
    contentType: 'application/pdf',
    pages: null,
  })
  expect(uncheckedFile({ size: 10, type: '' })).toMatchObject({ contentType: 'application/octet-stream' })
})

test('what its size alone rules out is told all the same', () => {
  expect(uncheckedFile({ size: 0, type: 'application/pdf' })).toEqual({ problem: 'upload.empty' })
  expect(uncheckedFile({ size: 200 * 1024 ** 2, type: '' })).toEqual({ problem: 'upload.too_large' })
})
