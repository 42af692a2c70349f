import { describe, expect, it } from 'vitest'
import { buildLabelBook, isWithinEdits } from './label-book'
import { toTextKey } from './text-key'

const book = buildLabelBook(['total', 'invoice_date', 'other'])

function conceptsOf(label: string, isForgiving = false): string[] {
  return (isForgiving ? book.forgiving : book.exact)(toTextKey(label))
}

describe('labels', () => {
  it.each([
    ['Grand Total:', 'total'],
    ['IMPORTE TOTAL', 'total'],
    ['Rechnungsdatum', 'invoice_date'],
    ["Date d'émission", 'invoice_date'],
  ])('%s names the %s', (label, field) => {
    expect(conceptsOf(label)).toEqual([field])
  })

  it('a label of something else is known as such', () => {
    expect(conceptsOf('Kundennummer')).toEqual(['other'])
  })

  it('misread letters are forgiven only where text comes from OCR', () => {
    expect(conceptsOf('Gramd Total')).toEqual([])
    expect(conceptsOf('Gramd Total', true)).toEqual(['total'])
    expect(conceptsOf('T0TAL', true)).toEqual(['total'])
  })
})

describe('isWithinEdits', () => {
  it.each([
    ['total', 'tota', 1, true],
    ['total', 'totals', 1, true],
    ['total', 'local', 1, false],
    ['subtotal', 'subtoral', 1, true],
  ])('%s and %s within %d: %s', (a, b, allowed, expected) => {
    expect(isWithinEdits({ a, b, allowed })).toBe(expected)
  })
})
