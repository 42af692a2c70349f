import { expect, it } from 'vitest'
import { compareReadings, meanConfidence, medianDistance } from './line-readings'

/** The recogniser's letters, blanks among them, each a tenth of the line after the one before. */
const lettersOf = (text: string, confidence = 0.9) =>
  [...text].map((letter, at) => ({ text: letter, at: (at + 0.5) / 10, confidence }))
const word = (text: string, from: number, to: number, confidence = 0.8) => ({ text, from, to, confidence })

const textOf = (pairs: ReturnType<typeof compareReadings>['pairs'], side: 'first' | 'second') =>
  pairs.map((pair) => pair[side]?.text ?? '·').join('')

it('both readings stand side by side without their blanks', () => {
  const readings = compareReadings({
    letters: lettersOf('AB 12'),
    words: [word('AB', 0, 0.2), word('12', 0.3, 0.5)],
    aspect: 10,
  })
  expect(textOf(readings.pairs, 'first')).toBe('AB12')
  expect(textOf(readings.pairs, 'second')).toBe('AB12')
  expect(readings.agreement).toEqual({ exact: 1, plain: 1 })
  expect(readings.confidence.first).toBeCloseTo(0.9)
  expect(readings.confidence.second).toBeCloseTo(0.8)
  expect(readings.aspect).toBe(10)
})

it('a blank of the recogniser is known by the letter before it', () => {
  const { blanks, pairs } = compareReadings({ letters: lettersOf('A B'), words: [], aspect: 10 })
  expect([...blanks.first]).toEqual([pairs[0]?.first])
})

it('a gap between words of tesseract is known by the letter before it, in heights of the line', () => {
  const words = [word('A', 0, 0.1), word('B', 0.25, 0.3), word('C', 0.4, 0.5)]
  const { blanks } = compareReadings({ letters: [], words, aspect: 20 })
  const gaps = [...blanks.second].map(([letter, gap]) => [letter.text, Math.round(gap * 100) / 100])
  expect(gaps).toEqual([
    ['A', 3],
    ['B', 2],
  ])
})

it('the letters of a word are spread over its length', () => {
  const { pairs } = compareReadings({ letters: [], words: [word('abcd', 0.2, 0.6)], aspect: 10 })
  const places = pairs.map(({ second }) => Math.round((second?.at ?? 0) * 100) / 100)
  expect(places).toEqual([0.25, 0.35, 0.45, 0.55])
})

it('wide forms and signs that stand for two letters are read as those letters', () => {
  const { pairs } = compareReadings({ letters: lettersOf('（№'), words: [], aspect: 10 })
  expect(textOf(pairs, 'first')).toBe('(No')
})

it('agreement counts places where one of both has no letter, and accents apart', () => {
  const { agreement } = compareReadings({
    letters: lettersOf('Peña9'),
    words: [word('pena', 0, 0.4)],
    aspect: 10,
  })
  expect(agreement.exact).toBeCloseTo(2 / 5)
  expect(agreement.plain).toBeCloseTo(4 / 5)
})

it('the pitch is the middle distance from letter to letter, half the line where there is but one', () => {
  const at = (...places: number[]) => places.map((place) => ({ text: 'x', at: place, confidence: 1 }))
  expect(medianDistance(at(0, 0.1, 0.3, 0.9))).toBeCloseTo(0.2)
  expect(medianDistance(at(0, 0.1, 0.4))).toBeCloseTo(0.3)
  expect(medianDistance(at(0.4))).toBe(0.5)
})

it('the confidence of no letters is 0', () => {
  expect(meanConfidence([])).toBe(0)
  expect(meanConfidence(lettersOf('ab', 0.5))).toBe(0.5)
})
