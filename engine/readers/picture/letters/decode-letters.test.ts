import { expect, test } from 'vitest'
import { decodeLetters } from './decode-letters'

const alphabet = ['a', 'b', ' ']

/** One likely class a step; 0 is none. */
function output(steps: { class: number; likelihood?: number }[]) {
  const classes = alphabet.length + 1
  const values = new Float32Array(steps.length * classes)
  for (const [step, { class: likely, likelihood = 0.9 }] of steps.entries()) {
    values[step * classes + likely] = likelihood
  }
  return decodeLetters({ values, steps: steps.length, classes, alphabet })
}

test('repeats are one letter, and none between them makes two', () => {
  const letters = output([1, 1, 0, 1, 2].map((likely) => ({ class: likely })))
  expect(letters.map(({ text }) => text).join('')).toBe('aab')
})

test('a letter lies in the middle of its steps and is as sure as its surest step', () => {
  const [letter] = output([
    { class: 0 },
    { class: 2, likelihood: 0.5 },
    { class: 2, likelihood: 0.75 },
    { class: 0 },
  ])
  expect(letter).toEqual({ text: 'b', at: 0.5, confidence: 0.75 })
})

test('an output without letters is an empty line', () => {
  expect(output([{ class: 0 }, { class: 0 }])).toEqual([])
})
