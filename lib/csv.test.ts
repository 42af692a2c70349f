import { expect, test } from 'vitest'
import { csvLine, csvSeparator } from './csv'

test('cells with the separator, quotes or line ends are quoted', () => {
  const line = csvLine({ cells: ['a,b', 'say "hi"', 'two\nlines', 'plain;', 7, null], separator: ',' })
  expect(line).toBe('"a,b","say ""hi""","two\nlines",plain;,7,\r\n')
})

test('a text that would be run as a formula is made harmless, a negative number is left alone', () => {
  const line = csvLine({ cells: ['=HYPERLINK("x")', '+1', '-2', '@a', -2], separator: ';' })
  expect(line).toBe(`"'=HYPERLINK(""x"")";'+1;'-2;'@a;-2\r\n`)
})

test('Spanish files are separated by semicolons, English ones by commas', () => {
  expect(csvSeparator('es')).toBe(';')
  expect(csvSeparator('en')).toBe(',')
})
