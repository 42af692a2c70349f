import { expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { readCode } from './read-code'

const read = (text: string) => readCode(pageOfText(text).pages[0]?.words ?? [])
const readValue = (text: string) => read(text)?.value ?? null

it('a code is the first word with a digit, without the marks around it', () => {
  expect(readValue('no. #A-1020,')).toBe('A-1020')
  expect(readValue('(R/2026_7)')).toBe('R/2026_7')
  expect(readValue('7')).toBe('7')
})

it('capitals before it and groups of digits right behind it belong to it', () => {
  expect(readValue('RE 2026 0001 from')).toBe('RE 2026 0001')
  expect(readValue('ABCDE 2026')).toBe('2026')
  expect(readValue('2026 1')).toBe('2026')
  expect(readValue('2026 12345678')).toBe('2026')
  expect(readValue('2026 77A')).toBe('2026 77A')
})

it('digits further away are another’s', () => {
  expect(readValue('2026  0001')).toBe('2026')
})

it('amounts and dates are no codes', () => {
  expect(readValue('12,50 A7')).toBe('A7')
  expect(readValue('03/04/2026 A7')).toBe('A7')
  expect(readValue('12.50')).toBeNull()
})

it('without any digit among the first four words it is a single word in capitals', () => {
  expect(read('ABCDEF here')).toMatchObject({ value: 'ABCDEF', quality: 0.5 })
  expect(readValue('Abcdef')).toBeNull()
  expect(readValue('A')).toBeNull()
  expect(readValue('one two three four A7')).toBeNull()
})

it('a short code and one behind other words are less sure', () => {
  expect(read('A-102')?.quality).toBe(1)
  expect(read('123')?.quality).toBe(1)
  expect(read('A7')?.quality).toBe(0.6)
  expect(read('our no. A-102')?.quality).toBe(0.7)
})
