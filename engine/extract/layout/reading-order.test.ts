import { expect, test } from 'vitest'
import { isRightToLeft, toReadingOrder } from './reading-order'

const ordered = (line: string) =>
  toReadingOrder(line.split(' ').map((text) => ({ text })))
    .map(({ text }) => text)
    .join(' ')

test('a line of Hebrew or Arabic begins at its right', () => {
  expect(ordered('בע"מ הכרמל חברת')).toBe('חברת הכרמל בע"מ')
  expect(ordered('للتجارة الواحة شركة')).toBe('شركة الواحة للتجارة')
})

test('numbers of several words and Latin names within it keep their order', () => {
  expect(ordered('05/03/2026 תאריך')).toBe('תאריך 05/03/2026')
  expect(ordered('6 288,75 סה"כ')).toBe('סה"כ 6 288,75')
  expect(ordered('Acme Co. מס חשבונית')).toBe('חשבונית מס Acme Co.')
})

test('in a line of other letters only words of those scripts change places', () => {
  expect(ordered('Simplified Tax Invoice ضريبية فاتورة')).toBe('Simplified Tax Invoice فاتورة ضريبية')
})

test('a line without such letters is as it was', () => {
  expect(ordered('Total due 576.00')).toBe('Total due 576.00')
})

test('signs between the words of a stretch stay where they are read', () => {
  expect(ordered('2026 / 118 מס')).toBe('מס 2026 / 118')
})

test('text is written from right to left where most of its letters are, whatever its figures', () => {
  expect(isRightToLeft('חשבונית מס 2026-118 INV')).toBe(true)
  expect(isRightToLeft('Tax invoice חשבונית 2026')).toBe(false)
})
