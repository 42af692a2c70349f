import { expect, test } from 'vitest'
import { countFound, editDistance } from './compare-texts'

test.each([
  ['', 'abc', 3],
  ['Total', 'Total', 0],
  ['Tota1 due', 'Totaldue', 2],
])('“%s” is made “%s” by %i changes', (from, to, changes) => {
  expect(editDistance({ from, to })).toBe(changes)
})

test('each word that was read stands for one alone', () => {
  expect(countFound({ truth: ['a', 'a', 'b'], read: ['b', 'a', 'c'] })).toBe(2)
})
