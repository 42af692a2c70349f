import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { findAmounts } from '../../values/money/amounts-in-words'
import { findFactors, isProduct } from './factors'

describe('a product', () => {
  it('is right to half a cent, whatever its sign', () => {
    expect(isProduct({ quantity: 3, price: 1.99, amount: 5.97 })).toBe(true)
    expect(isProduct({ quantity: 1.255, price: 2, amount: 2.515 })).toBe(true)
    expect(isProduct({ quantity: 3, price: 1.99, amount: 5.98 })).toBe(false)
    expect(isProduct({ quantity: 3, price: 1.99, amount: -5.97 })).toBe(true)
    expect(isProduct({ quantity: -3, price: 1.99, amount: 5.97 })).toBe(true)
  })

  it('of large figures is right though they are no whole numbers to a machine', () => {
    expect(isProduct({ quantity: 1000, price: 123_456.1, amount: 123_456_100 })).toBe(true)
  })
})

describe('the factors of an amount', () => {
  const find = (text: string, productAt = -1) => {
    const figures = findAmounts({ words: pageOfText(text).pages[0]?.words ?? [] })
    const product = figures.at(productAt)
    const found = product && findFactors({ figures, product })
    return found ? [found.quantity.value, found.unit_price.value] : null
  }

  it('are two figures beside it, in whatever order they stand', () => {
    expect(find('2  3.50  7.00')).toEqual([2, 3.5])
    expect(find('3.50  2  7.00')).toEqual([2, 3.5])
    expect(find('7.00  2  3.50', 0)).toEqual([2, 3.5])
    expect(find('9  2  3.50  7.00')).toEqual([2, 3.5])
    expect(find('2  3.50  8.00')).toBeNull()
  })

  it('have a quantity without a sign of money, and with two decimals only where the price has them, too', () => {
    expect(find('$2.00  3  6.00')).toEqual([3, 2])
    expect(find('€2  €3.50  7.00')).toBeNull()
    expect(find('0.25  8.00  2.00')).toEqual([0.25, 8])
    expect(find('0.25  8  2.00')).toEqual([8, 0.25])
    expect(find('0  0  0')).toBeNull()
  })

  it('are those nearest to it: the same figure before them is a part of the name', () => {
    const figures = findAmounts({
      words: pageOfText('Hosting (3 months)   3   10.00   30.00').pages[0]?.words ?? [],
    })
    const [inName, inColumn, , product] = figures
    const found = product && findFactors({ figures, product })
    expect(inName?.value).toBe(3)
    expect(found?.quantity).toBe(inColumn)
  })

  it('are not looked for among more than twelve figures', () => {
    const others = (count: number) => Array.from({ length: count }, (_, at) => 900 + at).join('  ')
    expect(find(`${others(10)}  2  3.50  7.00`)).toEqual([2, 3.5])
    expect(find(`${others(11)}  2  3.50  7.00`)).toBeNull()
  })
})
