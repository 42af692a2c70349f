import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../paper/paper'
import { findTradeValues } from './find-trade-values'

function find(...lines: string[]) {
  const { values, isProven } = findTradeValues(toPaper(pageOfText(...lines)))
  return { isProven, values, plain: Object.fromEntries([...values].map(([key, { value }]) => [key, value])) }
}

const head = [
  'Nordwind Supplies Ltd',
  '12 Harbour Street, Leeds LS1 4AB',
  '',
  'INVOICE',
  'Invoice number:  NW-2031-118',
  'Invoice date:  14 March 2031',
  '',
]

describe('an invoice', () => {
  it('gives its values, their currency and the supplier’s address', () => {
    const { plain, isProven } = find(...head, 'Subtotal  100.00', 'VAT 20 %  20.00', 'Total  GBP 120.00')
    expect(isProven).toBe(true)
    expect(plain).toMatchObject({
      supplier: 'Nordwind Supplies Ltd',
      address: '12 Harbour Street, Leeds LS1 4AB',
      currency: 'GBP',
      subtotal: 100,
      tax: 20,
      total: 120,
    })
  })

  it('that prints net and tax by rate alone gives their sums, as printed and proven', () => {
    const { values, isProven } = find(
      ...head,
      'VAT 19 %      100.00     19.00',
      'VAT 7 %       50.00      3.50',
      'Total  EUR    172.50',
    )
    expect(isProven).toBe(true)
    expect(values.get('tax')).toMatchObject({ value: 22.5, text: '19.00 + 3.50' })
    expect(values.get('subtotal')).toMatchObject({ value: 150, text: '100.00 + 50.00' })
  })
})

it('a page that is no paper of trade gives nothing, though it has a first line and a figure', () => {
  expect(find('The garden', 'is closed while the path is mended', 'until further notice').plain).toEqual({})
  expect(find().plain).toEqual({})
})

it('no value is certain beyond doubt, nor more than its words are legible', () => {
  const reading = pageOfText(...head, 'Total  GBP 120.00')
  const blurred = {
    ...reading,
    pages: reading.pages.map((page) => ({
      ...page,
      words: page.words.map((word) => (word.text === '120.00' ? { ...word, confidence: 0.3 } : word)),
    })),
  }
  const sure = findTradeValues(toPaper(reading)).values.get('total')
  const unsure = findTradeValues(toPaper(blurred)).values.get('total')
  expect(sure?.confidence).toBeLessThanOrEqual(0.99)
  expect(unsure?.confidence).toBeLessThan((sure?.confidence ?? 0) * 0.7)
})
