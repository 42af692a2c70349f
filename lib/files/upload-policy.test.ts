import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maxUploadBytes, sizeProblem, uploadKinds } from './upload-policy'

test('100 MB (2^20) are accepted and one byte more is not', () => {
  expect(maxUploadBytes).toBe(104_857_600)
  expect(sizeProblem(maxUploadBytes)).toBeNull()
  expect(sizeProblem(maxUploadBytes + 1)).toBe('upload.too_large')
})

test('a file of no bytes is refused as empty', () => {
  expect(sizeProblem(0)).toBe('upload.empty')
  expect(sizeProblem(1)).toBeNull()
})

test('the README names all kinds as every screen does', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`${uploadKinds} to 100 MB`)
})
