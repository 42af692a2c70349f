import { expect, it } from 'vitest'
import { compareReadings } from './line-readings'
import { describeGap } from './place-blanks'

type Line = {
  first: string
  words?: [text: string, from: number, to: number][]
  confidence?: number
  after?: number
}

/** What speaks for a blank after a letter; the letters of the first reading stand a tenth of the line apart. */
function describe({ first, words = [], confidence = 0.8, after = 0 }: Line) {
  const readings = compareReadings({
    letters: [...first].map((text, at) => ({ text, at: at / 10, confidence: 0.9 })),
    words: words.map(([text, from, to]) => ({ text, from, to, confidence })),
    aspect: 5,
  })
  return describeGap({ readings, after })
}

it('a gap of tesseract’s is told with its width, up to one and a half heights, and how sure its letters are', () => {
  const told = describe({
    first: 'AB',
    words: [
      ['A', 0, 0.1],
      ['B', 0.2, 0.3],
    ],
  })
  expect(told).toMatchObject({
    blankSecond: 1,
    blankSure: 0.8,
    gap: expect.closeTo(0.5),
    blankAgreed: 1,
    agreement: 1,
  })
  expect(told).not.toHaveProperty('noneSecond')
  expect(
    describe({
      first: 'AB',
      words: [
        ['A', 0, 0.1],
        ['B', 0.9, 1],
      ],
    }).gap,
  ).toBe(1.5)
})

it('letters of one word speak against a blank; where a letter was not seen, nothing is said', () => {
  expect(describe({ first: 'AB', words: [['AB', 0, 0.2]] })).toMatchObject({ noneSecond: 1, noneSure: 0.8 })
  expect(describe({ first: 'AB' })).toMatchObject({ unseen: 1 })
  expect(describe({ first: 'AB' })).not.toHaveProperty('noneSecond')
})

it('a blank of the recogniser itself is told', () => {
  expect(describe({ first: 'A B' })).toMatchObject({ blankFirst: 1 })
  expect(describe({ first: 'AB C' })).not.toHaveProperty('blankFirst')
})

it('the distance is told in pitches and in heights, both up to a limit', () => {
  expect(describe({ first: 'ABCD' })).toMatchObject({ pitches: 1, pitches2: 0.25, heights: 0.5 })
  expect(describe({ first: 'A BCDEF' })).toMatchObject({ pitches: expect.closeTo(2), heights: 1 })
  const far = describe({ first: 'A          BCDEFGHIJKLMNOPQ' })
  expect(far).toMatchObject({ pitches: 4, pitches2: 4, heights: 2 })
})

it('a letter that only tesseract saw has no distance', () => {
  const told = describe({ first: 'A', words: [['AB', 0, 0.2]] })
  expect(told).toMatchObject({ unmeasured: 1, 'upper upper': 1 })
  expect(told).not.toHaveProperty('pitches')
})

it('the kinds of both neighbours and the marks among them are told', () => {
  expect(describe({ first: 'a7' })).toMatchObject({ 'lower digit': 1 })
  expect(describe({ first: 'a,' })).toMatchObject({ '_,': 1 })
  expect(describe({ first: ':7' })).toMatchObject({ ':_': 1 })
  expect(Object.keys(describe({ first: '%x' })).filter((name) => name.includes('_'))).toEqual([])
})
