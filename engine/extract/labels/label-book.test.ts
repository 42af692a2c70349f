import { describe, expect, it } from 'vitest'
import { buildLabelBook, isWithinEdits, lookUpLabel } from './label-book'
import { toTextKey } from './text-key'

const book = buildLabelBook({
  fields: [
    { key: 'total', labels: ['total'] },
    { key: 'date', labels: ['invoice_date'], weakLabels: ['date'] },
  ],
  others: ['other'],
})

function fieldsOf(label: string, isForgiving = false): (string | null)[] {
  return lookUpLabel({ book, key: toTextKey(label), isForgiving }).map((meaning) => meaning.field)
}

describe('labels', () => {
  it.each([
    ['Grand Total:', 'total'],
    ['IMPORTE TOTAL', 'total'],
    ['Rechnungsdatum', 'date'],
    ["Date d'émission", 'date'],
  ])('%s names the %s', (label, field) => {
    expect(fieldsOf(label)).toEqual([field])
  })

  it('a label of something else is known as such', () => {
    expect(fieldsOf('Kundennummer')).toEqual([null])
  })

  it('misread letters are forgiven only where text comes from OCR', () => {
    expect(fieldsOf('Gramd Total')).toEqual([])
    expect(fieldsOf('Gramd Total', true)).toEqual(['total'])
    expect(fieldsOf('T0TAL', true)).toEqual(['total'])
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
