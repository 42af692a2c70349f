import { expect, test } from 'vitest'
import { parseAnswer } from './answer-json'

test('characters that cannot be stored are left out of values and names, at any depth', () => {
  expect(parseAnswer(String.raw`{"a\u0000":{"b":["x\u0000y","\ud83d","\ud83d\ude00 ñ"]}}`)).toEqual({
    a: { b: ['xy', '', '😀 ñ'] },
  })
})

test('what is no JSON is undefined', () => {
  expect(parseAnswer('<html>')).toBeUndefined()
  expect(parseAnswer('')).toBeUndefined()
})
