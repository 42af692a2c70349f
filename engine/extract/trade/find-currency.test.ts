import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../paper/paper'
import { collectCandidates } from './candidates/collect-candidates'
import { findCurrency } from './find-currency'

function currencyOf({ lines, total }: { lines: string[]; total?: number }) {
  const paper = toPaper(pageOfText(...lines))
  const candidate = collectCandidates({ paper, type: 'amount' }).find(({ value }) => value === total) ?? null
  return findCurrency({ paper, total: candidate })
}

describe('the currency', () => {
  it('is the one beside the total, whatever else is mentioned', () => {
    const lines = ['Total  EUR 120.00', 'Rate  1 USD', 'In dollars  USD 131.00']
    expect(currencyOf({ lines, total: 120 })?.value).toBe('EUR')
  })

  it('is the one named as such', () => {
    expect(currencyOf({ lines: ['Currency  CHF', 'Total  120.00'], total: 120 })?.value).toBe('CHF')
  })

  it('is the one beside other amounts, or in the head of their column', () => {
    expect(currencyOf({ lines: ['Eggs  £2.40', 'Total  4.80'], total: 4.8 })?.value).toBe('GBP')
    expect(currencyOf({ lines: ['Amount (€)', '4.80'], total: 4.8 })?.value).toBe('EUR')
  })

  it('is of rupees where lakhs are parted as such', () => {
    expect(currencyOf({ lines: ['Total  6,00,000.00'], total: 600_000 })?.value).toBe('INR')
  })

  it('is that of the only country which a bare total speaks of, in doubt', () => {
    const found = currencyOf({ lines: ['Kuala Lumpur, Malaysia', 'Total  8.60'], total: 8.6 })
    expect(found?.value).toBe('MYR')
    expect(found?.confidence).toBeLessThan(0.8)
  })

  it('is surer the more says so', () => {
    const once = currencyOf({ lines: ['Eggs  £2.40', 'Total  4.80'], total: 4.8 })
    const often = currencyOf({ lines: ['Currency  GBP', 'Eggs  £2.40', 'Total  £4.80'], total: 4.8 })
    expect(often?.confidence).toBeGreaterThan(once?.confidence ?? 1)
  })

  it('is not made up', () => {
    expect(currencyOf({ lines: ['Total  4.80'], total: 4.8 })).toBeNull()
  })
})
