import { expect, test } from 'vitest'
import { plainText } from './plain-text'

test('every blank of Unicode becomes the same one', () => {
  const blanks =
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t'
  expect(plainText(blanks)).toBe(' '.repeat(blanks.length))
})

test('digits of any script are read as 0 to 9', () => {
  expect(plainText('٠٥/٠٣/٢٠٢٦ ۱۲ १२३ ๔๕ ４２')).toBe('05/03/2026 12 123 45 42')
  expect(plainText('١٬٢٣٠٫٥٠')).toBe('1,230.50')
})

test('full and half widths, ligatures and presentation forms become plain letters', () => {
  expect(plainText('ＡＢＣ－１ ﬁnance ｶ ﻻ ﬠ')).toBe('ABC-1 finance カ لا ע')
})

test('raised digits and signs of law keep their look, as they are no part of a number or name', () => {
  expect(plainText('Total¹ m² Acme™ Nº')).toBe('Total¹ m² Acme™ Nº')
})

test('marks that nobody sees are left out, and soft hyphens are hyphens', () => {
  expect(plainText('\u200fTE\u200b-77\u00ad31\ufeff\u2069')).toBe('TE-77-31')
})
