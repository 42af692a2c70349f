import { describe, expect, it } from 'vitest'
import type { MoneyCandidate } from './money'
import { chooseTotals, type MoneyCandidates } from './totals'

describe('chooseTotals', () => {
  it('of several subtotals takes the one that adds up', () => {
    const chosen = choose({
      subtotal: [candidate({ value: 112 }), candidate({ value: 150.9 }), candidate({ value: 262.9 })],
      tax: [candidate({ value: 16.94 })],
      total: [candidate({ value: 279.84 })],
    })
    expect(valuesOf(chosen)).toEqual([262.9, 16.94, 279.84])
    expect(chosen.isProven).toBe(true)
  })

  it('adds taxes of several rates when that proves the total', () => {
    const chosen = choose({
      subtotal: [candidate({ value: 473 })],
      tax: [candidate({ value: 19.25 }), candidate({ value: 37.62 })],
      total: [candidate({ value: 529.87 })],
    })
    expect(chosen.tax?.value).toBe(56.87)
  })

  it('takes the total before what is withheld where both are printed and add up', () => {
    const chosen = choose({
      subtotal: [candidate({ value: 1000 })],
      tax: [candidate({ value: 190 })],
      total: [candidate({ value: 1155 }), candidate({ value: 1190 })],
      withheld: [candidate({ value: 35 })],
    })
    expect(chosen.total?.value).toBe(1190)
  })

  it('proves a total from which tax is withheld', () => {
    const chosen = choose({
      subtotal: [candidate({ value: 1000 })],
      tax: [candidate({ value: 210 })],
      total: [candidate({ value: 1060 })],
      withheld: [candidate({ value: -150 })],
    })
    expect(chosen.isProven).toBe(true)
  })

  it('takes the total that cash less change confirms', () => {
    const chosen = choose({
      total: [candidate({ value: 8.62 }), candidate({ value: 8.6 })],
      cash: [candidate({ value: 10 })],
      change: [candidate({ value: 1.4 })],
    })
    expect(chosen.total?.value).toBe(8.6)
  })

  it('reports what is printed when nothing adds up', () => {
    const chosen = choose({
      subtotal: [candidate({ value: 100 })],
      tax: [candidate({ value: 8 })],
      total: [candidate({ value: 110 })],
    })
    expect(valuesOf(chosen)).toEqual([100, 8, 110])
    expect(chosen.isProven).toBe(false)
  })

  it('finds nothing where nothing is printed', () => {
    expect(valuesOf(choose({}))).toEqual([undefined, undefined, undefined])
  })

  it('one printed figure is never two values', () => {
    const shared = candidate({ value: 50 })
    const chosen = choose({ subtotal: [shared], total: [shared] })
    expect(valuesOf(chosen).filter((value) => value !== undefined)).toEqual([50])
  })
})

function choose(some: Partial<MoneyCandidates>) {
  const none = {
    subtotal: [],
    tax: [],
    total: [],
    charges: [],
    discounts: [],
    withheld: [],
    rounding: [],
    cash: [],
    change: [],
  }
  return chooseTotals({ ...none, lineSum: null, ...some })
}

function valuesOf({ subtotal, tax, total }: ReturnType<typeof chooseTotals>) {
  return [subtotal?.value, tax?.value, total?.value]
}

let nextLine = 0

function candidate({ value }: { value: number }): MoneyCandidate {
  nextLine += 10
  const box = { x: 0, y: nextLine, width: 10, height: 8 }
  return { value, text: String(value), pageIndex: 0, box, confidence: 1, score: 1, mark: null }
}
