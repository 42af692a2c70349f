import { describe, expect, it } from 'vitest'
import { parseAmount } from './amounts'

describe('parseAmount', () => {
  it.each([
    ['1,234.56', 1234.56],
    ['1.589,80', 1589.8],
    ['7,08,000.00', 708_000],
    ["3'949.75", 3949.75],
    ['1 234,56', 1234.56],
    ['1.234.567', 1_234_567],
    ['RM8.60', 8.6],
    ['$ 42.00', 42],
    ['₹6,00,000.00', 600_000],
    ['100.00 USD', 100],
    ['12,-', 12],
    ['3.3333', 3.3333],
    ['0.500', 0.5],
  ])('%s is read as %d', (text, value) => {
    expect(parseAmount({ text })?.value).toBe(value)
  })

  it.each([['(20,48)'], ['-20,48 €'], ['20,48-'], ['€ -20,48'], ['–20,48']])('%s is negative', (text) => {
    expect(parseAmount({ text })?.value).toBe(-20.48)
  })

  it.each([['INV-2024'], ['12/03/2018'], ['19%'], ['1.5 kg'], ['12:30'], ['1 2 3'], ['1,23,4'], ['']])(
    '"%s" is no figure',
    (text) => {
      expect(parseAmount({ text })).toBeNull()
    },
  )

  it('a mark before three digits is what the document uses it for', () => {
    expect(parseAmount({ text: '1.200', decimalMark: '.' })?.value).toBe(1.2)
    expect(parseAmount({ text: '1.200', decimalMark: ',' })?.value).toBe(1200)
    expect(parseAmount({ text: '1,200', decimalMark: '.' })?.value).toBe(1200)
  })

  it('tells how many decimals are printed and whether thousands are marked', () => {
    expect(parseAmount({ text: '1,234.50' })).toMatchObject({ decimals: 2, isGrouped: true })
    expect(parseAmount({ text: '12' })).toMatchObject({ decimals: 0, isGrouped: false })
  })
})
