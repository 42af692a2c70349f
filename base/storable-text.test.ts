import { expect, test } from 'vitest'
import { isStorable, toStorable } from './storable-text'

test('NUL and halves of pairs cannot be stored, whole pairs can', () => {
  expect([isStorable('a\0b'), isStorable('\ud83d'), isStorable('\udc4d!')]).toEqual([false, false, false])
  expect([isStorable('👍 ñ'), isStorable('')]).toEqual([true, true])
})

test('all of what cannot be stored is left out, and nothing else', () => {
  expect(toStorable('\0a\0\ud83db\udc4d👍')).toBe('ab👍')
})
