import { expect, it } from 'vitest'
import { describeDifference, findDifferences } from './choose-letters'
import { compareReadings, type LineReadings } from './line-readings'

/** Two readings of a line of one word. */
function readingsOf(first: string, second: string, { sure = 0.9, sureSecond = 0.6 } = {}): LineReadings {
  const letters = [...first].map((text, at) => ({ text, at: at / first.length, confidence: sure }))
  const words = second ? [{ text: second, from: 0, to: 1, confidence: sureSecond }] : []
  return compareReadings({ letters, words, aspect: 5 })
}
const differencesOf = (first: string, second: string) => findDifferences(readingsOf(first, second))

it('readings that agree have no difference', () => {
  expect(differencesOf('Total', 'Total')).toEqual([])
})

it('letters that stand for each other are differences one by one', () => {
  expect(differencesOf('S83O', '5830')).toEqual([
    { from: 0, to: 1 },
    { from: 3, to: 4 },
  ])
  expect(differencesOf('SO1', '50l')).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 2, to: 3 },
  ])
})

it('more letters on one side are one difference together', () => {
  expect(differencesOf('Tol', 'Total')).toEqual([{ from: 2, to: 4 }])
  expect(differencesOf('ab', 'ab9')).toEqual([{ from: 2, to: 3 }])
})

/** What is told of the first difference. */
function describe(first: string, second: string, options = {}) {
  const readings = readingsOf(first, second, options)
  const [difference] = findDifferences(readings)
  if (!difference) throw new Error('They agree.')
  return describeDifference({ readings, difference })
}

it('the letters, their kinds and how sure each reading is are told', () => {
  expect(describe('AB8', 'ABO')).toMatchObject({
    always: 1,
    '8→O': 1,
    '8→': 1,
    '→O': 1,
    'digit→upper': 1,
    sureFirst: 0.9,
    sureSecond: 0.6,
    longer: 0,
    lineFirst: expect.closeTo(0.9),
    lineSecond: expect.closeTo(0.6),
    ends: 1,
  })
  expect(describe('8AB', 'OAB')).toMatchObject({ begins: 1 })
  expect(describe('A8B', 'AOB')).not.toHaveProperty('begins')
  expect(describe('A8B', 'AOB')).not.toHaveProperty('ends')
})

it('sureness counts twice over, and for a missing letter that of its neighbours', () => {
  const told = describe('ab', 'a9b', { sure: 0.5, sureSecond: 0.7 })
  expect(told).toMatchObject({ sureFirst: 0.5, sureFirst2: 0.25, sureSecond: 0.7, longer: 1, '→9': 1 })
  expect(told.sureSecond2).toBeCloseTo(0.49)
  expect(describe('', 'a')).toMatchObject({ sureFirst: 1, 'none→lower': 1 })
})

it('a digit is told to stand by digits or letters, as its neighbours are', () => {
  expect(describe('12S4', '1254')).toMatchObject({
    firstLetterByDigits: 1,
    secondDigitByDigits: 1,
    secondDigitByLetters: 0,
    firstUpperByLower: 0,
  })
  expect(describe('abScd', 'ab5cd')).toMatchObject({
    secondDigitByLetters: 1,
    secondDigitByDigits: 0,
    firstUpperByLower: 1,
  })
  expect(describe('ABlCD', 'AB1CD')).toMatchObject({ firstLowerByUpper: 1 })
})

it('three neighbours on each side count, no more', () => {
  const { secondDigitByDigits } = describe('99abcSdef99', '99abc5def99')
  expect(secondDigitByDigits).toBe(0)
  expect(describe('9abcS', '9abc5').secondDigitByLetters).toBe(1)
  expect(describe('99cS', '99c5').secondDigitByDigits).toBeCloseTo(2 / 3)
})

it('an accent, a foreign sign and case alone are told apart', () => {
  expect(describe('n', 'ñ')).toMatchObject({ accentSecond: 1 })
  expect(describe('ñ', 'n')).toMatchObject({ accentFirst: 1 })
  expect(describe('A', 'a')).toMatchObject({ caseAlone: 1 })
  expect(describe('x', 'ø')).toMatchObject({ foreignSecond: 1 })
  expect(describe('ø', 'x')).toMatchObject({ foreignFirst: 1 })
  expect(describe('8', 'O')).not.toHaveProperty('caseAlone')
})
