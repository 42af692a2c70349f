import { expect, test } from 'vitest'
import { AppError } from '@/lib/errors'
import { parseMetadata } from './metadata'

test('an object is kept as it came, accents and nesting included', () => {
  expect(parseMetadata('{"año": 2026, "tags": ["ñ", {"a": null}]}')).toEqual({
    año: 2026,
    tags: ['ñ', { a: null }],
  })
})

test('no metadata is null', () => {
  expect(parseMetadata(undefined)).toBeNull()
  expect(parseMetadata('  ')).toBeNull()
})

test.each([
  'not json',
  '[1,2]',
  'null',
  '"text"',
  '7',
  '{"a":',
  '{"a":"\\u0000"}',
  '{"a":"\\ud800"}',
  `{"a":"${'x'.repeat(70_000)}"}`,
  `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
])('%.30s is refused', (text) => {
  expect(() => parseMetadata(text)).toThrow(new AppError('upload.metadata_invalid'))
})
