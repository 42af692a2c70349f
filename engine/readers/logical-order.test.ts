import { expect, test } from 'vitest'
import { inLogicalOrder } from './logical-order'

const ordered = (line: string) =>
  inLogicalOrder(line.split(' ').map((text) => ({ text })))
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
