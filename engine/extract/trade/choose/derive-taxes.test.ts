import { expect, test } from 'vitest'
import { toPaper } from '@/engine/extract/paper/paper'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { collectCandidates } from '../candidates/collect-candidates'
import { deriveTaxes } from './derive-taxes'

function derive({
  lines,
  total,
  subtotal = null,
}: {
  lines: string[]
  total: number
  subtotal?: number | null
}) {
  const paper = toPaper(pageOfText(...lines))
  const amounts = collectCandidates({ paper, type: 'amount' })
  const found = deriveTaxes({ amounts, total, subtotal })
  return found && { net: found.net.map(({ value }) => value), tax: found.tax.map(({ value }) => value) }
}

test('taxes of several rates come to the total with the net amounts of their lines', () => {
  const lines = ['VAT 19 %      100.00     19.00', 'VAT 7 %       50.00      3.50', 'Total         172.50']
  expect(derive({ lines, total: 172.5 })).toEqual({ net: [100, 50], tax: [19, 3.5] })
})

test('beside a printed net amount, the taxes alone are added up', () => {
  const lines = ['Net           150.00', 'VAT 19 %      19.00', 'VAT 7 %       3.50', 'Total         172.50']
  expect(derive({ lines, total: 172.5, subtotal: 150 })).toEqual({ net: [], tax: [19, 3.5] })
})

test('of net and gross in a line, gross is the one with the tax on top', () => {
  const lines = ['VAT 19 %      100.00     19.00     119.00', 'Total         119.00']
  expect(derive({ lines, total: 119 })).toEqual({ net: [100], tax: [19] })
})

test('sums that do not come to the total prove nothing', () => {
  const lines = ['VAT 19 %      100.00     19.00', 'Total         130.00']
  expect(derive({ lines, total: 130 })).toBeNull()
  expect(derive({ lines: ['Fee  19.00', 'Price  100.00', 'Total  119.00'], total: 119 })).toBeNull()
})
