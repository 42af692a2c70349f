import type { FoundAmount } from '@/engine/extract/values/money/amounts-in-words'

/** Half a cent of rounding in the product, and the binary fractions of the factors. */
const tolerance = 0.0055
/** Trying all figures of a crowded line would take seconds. */
const maxFigures = 12

type Factors = { quantity: FoundAmount; unit_price: FoundAmount }

/** Whether some of the amount is quantity times price, as far as rounding lets one see. */
export function isProduct({
  quantity,
  price,
  amount,
}: {
  quantity: number
  price: number
  amount: number
}): boolean {
  // A credit note takes the product away and prints its factors as they were.
  return Math.abs(Math.abs(quantity * price) - Math.abs(amount)) < tolerance + 1e-9 * Math.abs(amount)
}

/** Of some figures the two whose product is the amount: they are quantity and price, in whatever order they stand. */
export function findFactors({
  figures,
  product,
}: {
  figures: FoundAmount[]
  product: FoundAmount
}): Factors | null {
  const others = figures.filter((figure) => figure !== product)
  if (others.length > maxFigures) return null
  // From the back: a figure within the name comes before the one that counts it.
  for (const [at, one] of [...others.entries()].toReversed()) {
    const other = others
      .slice(at + 1)
      .find(({ value }) => isProduct({ quantity: one.value, price: value, amount: product.value }))
    if (other && canBeQuantity({ quantity: one, price: other })) return { quantity: one, unit_price: other }
    if (other && canBeQuantity({ quantity: other, price: one })) return { quantity: other, unit_price: one }
  }
  return null
}

function canBeQuantity({ quantity, price }: { quantity: FoundAmount; price: FoundAmount }): boolean {
  const isWhole = Number.isInteger(quantity.value)
  return (
    quantity.value !== 0 &&
    quantity.mark === null &&
    (isWhole || quantity.decimals !== 2 || price.decimals === 2)
  )
}
