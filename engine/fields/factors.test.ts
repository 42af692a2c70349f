import { describe, expect, it } from 'vitest'
import type { FoundAmount } from '../extract/values/amounts-in-words'
import { findProduct } from './factors'

const row = (...values: number[]): FoundAmount[] =>
  values.map((value, at) => ({
    value,
    decimals: Number.isInteger(value) ? 0 : 2,
    isGrouped: false,
    text: String(value),
    box: { x: at * 50, y: 0, width: 30, height: 10 },
    confidence: 1,
    mark: null,
    start: at,
    end: at + 1,
  }))

function product({ figures, amountAt }: { figures: FoundAmount[]; amountAt: number }) {
  const amount = figures[amountAt]
  const found = amount && findProduct({ figures, amount })
  return found && [found.quantity.value, found.unit_price.value, found.amount.value]
}

describe('the figures of a row', () => {
  it('show quantity and price by their product', () => {
    expect(product({ figures: row(1, 8, 38000, 304000), amountAt: 3 })).toEqual([8, 38000, 304000])
  })

  it('show the net amount where the column of the gross one was taken', () => {
    expect(product({ figures: row(4, 2100, 8400, 1764, 10164), amountAt: 4 })).toEqual([4, 2100, 8400])
  })

  it('leave an amount alone that nothing multiplies to', () => {
    expect(product({ figures: row(3, 9.5, 30.25), amountAt: 2 })).toBeNull()
  })
})
