import type { FoundAmount } from '../extract/values/amounts-in-words'

/** Half a cent of rounding in the product, and the binary fractions of the factors. */
const tolerance = 0.0055

/** Trying all figures of a crowded line would take seconds. */
const maxFigures = 12

type Product = { quantity: FoundAmount; unit_price: FoundAmount; amount: FoundAmount }

/** The figures of a row that multiply: those of the amount its column says, else of the only other one that is a product. */
export function findProduct({
  figures,
  amount,
}: {
  figures: FoundAmount[]
  amount: FoundAmount
}): Product | null {
  if (figures.length > maxFigures) return null
  const own = findFactors({ figures, product: amount })
  if (own) return { ...own, amount }
  const products = figures.flatMap((product) => {
    const factors = findFactors({ figures, product })
    const isTrivial = factors?.quantity.value === 1 || factors?.unit_price.value === 1
    return factors && !isTrivial ? [{ ...factors, amount: product }] : []
  })
  const [only] = products
  return only && products.length === 1 ? only : null
}

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
