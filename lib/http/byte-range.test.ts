import { expect, test } from 'vitest'
import { parseByteRange } from './byte-range'

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=900-', { start: 900, end: 999 }],
  ['bytes=900-5000', { start: 900, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=999-999', { start: 999, end: 999 }],
])('%s of 1000 bytes is %j', (header, range) => {
  expect(parseByteRange({ header, bytes: 1000 })).toEqual(range)
})

test.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])(
  '%s of 1000 bytes cannot be satisfied',
  (header) => {
    expect(parseByteRange({ header, bytes: 1000 })).toBe('unsatisfiable')
  },
)

test.each([null, 'bytes=0-1,5-6', 'bytes=9-3', 'bytes=-', 'lines=1-2', 'bytes=a-b'])(
  '%s asks for the whole',
  (header) => {
    expect(parseByteRange({ header, bytes: 1000 })).toBeNull()
  },
)
