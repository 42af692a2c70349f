import type { FoundAmount } from './amounts-in-words'

/** Half a cent of rounding in the product, and the binary fractions of the factors. */
const tolerance = 0.0055

/** Of the figures on a line, the two whose product is the amount: they are quantity and price, whatever heads them. */
export function findFactors({
  figures,
  product,
}: {
  figures: FoundAmount[]
  product: FoundAmount
}): { quantity: FoundAmount; unit_price: FoundAmount } | null {
  const others = figures.filter((figure) => figure.box.x !== product.box.x)
  for (const [at, quantity] of others.entries()) {
    const price = others
      .slice(at + 1)
      .find((one) => Math.abs(one.value * quantity.value - product.value) < tolerance)
    if (price && canBeQuantity({ quantity, price })) return { quantity, unit_price: price }
    if (price && canBeQuantity({ quantity: price, price: quantity })) {
      return { quantity: price, unit_price: quantity }
    }
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
