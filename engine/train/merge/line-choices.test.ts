import { expect, test } from 'vitest'
import { fitChoices } from './fit-choices'
import { listBlankChoices, listLetterChoices } from './line-choices'
import type { PrintedLine } from './printed-lines'

/** A line as both read it; letters lie evenly. */
function line(input: { truth: string; first: string; second: string; isInCapitals?: boolean }): PrintedLine {
  const { truth, first, second, isInCapitals = false } = input
  const letters = [...first].map((text, index) => ({
    text,
    at: (index + 0.5) / first.length,
    confidence: 0.9,
  }))
  const words = [...second.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    confidence: 0.9,
    from: match.index / second.length,
    to: (match.index + match[0].length) / second.length,
  }))
  const frame = { origin: { x: 0, y: 0 }, along: { x: 100, y: 0 }, across: { x: 0, y: 10 } }
  return { id: 'line', kind: 'paper clean', fold: 0, isInCapitals, frame, letters, words, aspect: 10, truth }
}

test('where readings differ, the one nearer to the truth is right', () => {
  const choices = listLetterChoices(line({ truth: 'Straße 18', first: 'Strabe 18', second: 'Straße l8' }))
  expect(choices.map(({ isRight }) => isRight)).toEqual([true, false])
  expect(choices[0]?.features).toMatchObject({ 'b→ß': 1 })
})

test('capitals that only the transcript has tell nothing', () => {
  const input = { truth: 'TOTAL', first: 'Total', second: 'TOTAL', isInCapitals: true }
  expect(listLetterChoices(line(input))).toEqual([])
})

test('a line of which little was read tells nothing', () => {
  expect(listLetterChoices(line({ truth: 'Invoice number', first: 'xqzwk', second: 'Invoice' }))).toEqual([])
})

test('a gap holds a blank where the truth has one, with and without the second reading', () => {
  const choices = listBlankChoices(line({ truth: 'ab c', first: 'abc', second: 'ab c' }))
  expect(choices.map(({ isRight }) => isRight)).toEqual([false, true, false, true])
})

test('weights fitted to choices tell right from wrong, and are the same each time', () => {
  const choices = Array.from({ length: 40 }, (_, at) => ({
    features: { always: 1, [at % 2 === 0 ? 'good' : 'bad']: 1, [`rare${at}`]: 1 },
    isRight: at % 2 === 0,
    weight: 1,
  }))
  const weights = fitChoices(choices)
  expect(Object.keys(weights)).toEqual(expect.not.arrayContaining(['rare1']))
  expect(weights.good).toBeGreaterThan(weights.bad ?? 0)
  expect(fitChoices(choices)).toEqual(weights)
})
