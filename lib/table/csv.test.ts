import { expect, test } from 'vitest'
import { csvFormat } from './csv'

const english = csvFormat('en')
const spanish = csvFormat('es')

test('English cells are separated by commas and Spanish ones by semicolons, with the decimal mark to match', () => {
  expect(english.row(['Ñandú', 1234.5, null, true])).toBe('Ñandú,1234.5,,true\r\n')
  expect(spanish.row(['Ñandú', 1234.5, undefined, false])).toBe('Ñandú;1234,5;;false\r\n')
})

test('large and small numbers are written in digits', () => {
  expect(english.row([1e21, 0.000_000_1, -12.5])).toBe('1000000000000000000000,0.0000001,-12.5\r\n')
})

test('separators, quotes and line breaks stay inside their cell', () => {
  expect(english.row(['a,b', 'say "x"', 'two\nlines', 'a;b'])).toBe('"a,b","say ""x""","two\nlines",a;b\r\n')
})

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', ' =1'])('%j is no formula any more', (text) => {
  expect(english.row([text]).replaceAll('"', '')).toBe(`'${text}\r\n`)
})

test.each(['-12.50', '+56', '-1.234,56'])('the signed number %j stays a number', (text) => {
  expect(spanish.row([text])).toBe(`${text}\r\n`)
})

test('the text begins with a byte order mark, by which Excel knows UTF-8', () => {
  expect(english.start).toBe('\uFEFF')
})

test('texts of digits that are no amounts keep their zeros and all their digits', () => {
  expect(english.row(['00123', '9007199254740993123', '123', 0.5])).toBe(
    '"00123","9007199254740993123",123,0.5\r\n',
  )
})
