import type { Breach } from '@/lib/documents/findings/breaches'

/** The value that would make a row's quantity times its price its amount, by the path of the cell it is for. */
export type Offers = ReadonlyMap<string, number>

type Factors = { quantity: number; price: number; amount: number }

/**
 * What to put right in the rows that do not multiply. Amounts that come to the document's own sum are believed, and then
 * quantity or price is off; else the amount is.
 */
export function offersIn({ breaches, isSumRight }: { breaches: Breach[]; isSumRight: boolean }): Offers {
  const offers = new Map<string, number>()
  for (const { code, left, right } of breaches) {
    const [quantity, price] = left
    if (code !== 'row.mismatch' || !quantity || !price) continue
    const factors = {
      quantity: Number(quantity.value),
      price: Number(price.value),
      amount: Number(right.value),
    }
    if (!isSumRight) {
      offers.set(right.path, rounded({ value: factors.quantity * factors.price, digits: 2 }))
      continue
    }
    const fitting = factorFor(factors)
    if (fitting) offers.set(fitting.factor === 'quantity' ? quantity.path : price.path, fitting.value)
  }
  return offers
}

/** A whole quantity, else a price to the cent, else either of more decimals. */
function factorFor({ quantity, price, amount }: Factors) {
  const tries = [
    { factor: 'quantity', other: price, digits: 0 },
    { factor: 'price', other: quantity, digits: 2 },
    { factor: 'quantity', other: price, digits: 3 },
    { factor: 'price', other: quantity, digits: 4 },
  ] as const
  for (const { factor, other, digits } of tries) {
    if (other === 0) continue
    const value = rounded({ value: amount / other, digits })
    if (value !== 0 && Math.abs(value * other - amount) < tolerance) return { factor, value }
  }
  return null
}

/** Half a cent of rounding, and the binary fractions of the factors. */
const tolerance = 0.0055

const rounded = ({ value, digits }: { value: number; digits: number }) =>
  Math.round(value * 10 ** digits) / 10 ** digits
