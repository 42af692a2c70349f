import { describe, expect, it } from 'vitest'
import type { MoneyCandidate } from './money'
import { contradictsPayment, repairByPayment } from './payment'

const amount = (value: number): MoneyCandidate => ({
  value,
  text: value.toFixed(2),
  mark: null,
  pageIndex: 0,
  box: { x: 0, y: 0, width: 10, height: 10 },
  score: 1,
  confidence: 0.9,
})

describe('a payment in cash', () => {
  it('repairs a total of which one digit was misread, in doubt', () => {
    const [repaired] = repairByPayment({ totals: [amount(47.5)], cash: [amount(50)], change: [amount(7.5)] })
    expect(repaired).toMatchObject({ value: 42.5, confidence: 0.6 })
  })

  it('leaves a total alone that differs by more than a digit', () => {
    expect(repairByPayment({ totals: [amount(12.34)], cash: [amount(50)], change: [amount(7.5)] })).toEqual(
      [],
    )
  })

  it('contradicts a total that it does not come to', () => {
    const [cash, change] = [[amount(-51)], [amount(10)]]
    expect(contradictsPayment({ total: amount(49.99), cash, change })).toBe(true)
    expect(contradictsPayment({ total: amount(41), cash, change })).toBe(false)
  })
})
