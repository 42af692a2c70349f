import { expect, it } from 'vitest'
import { isLetterKind, kindOf } from './letter-kind'

it('letters, digits, money and marks are told apart in any script', () => {
  expect(['A', 'É', 'Ж'].map(kindOf)).toEqual(['upper', 'upper', 'upper'])
  expect(['a', 'ñ', 'ß', '中'].map(kindOf)).toEqual(['lower', 'lower', 'lower', 'lower'])
  expect(['7', '٣'].map(kindOf)).toEqual(['digit', 'digit'])
  expect(['$', '€', '¥'].map(kindOf)).toEqual(['currency', 'currency', 'currency'])
  expect(['.', '|', '%'].map(kindOf)).toEqual(['mark', 'mark', 'mark'])
})

it('no letter is none and two are several, but one beyond the basic plane is one', () => {
  expect(kindOf('')).toBe('none')
  expect(kindOf('rn')).toBe('several')
  expect(kindOf('𝐀')).toBe('upper')
})

it('only letters of either case are letters', () => {
  expect((['upper', 'lower', 'digit', 'several', 'none'] as const).map(isLetterKind)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
