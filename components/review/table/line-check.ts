import type { ResultRow, ResultTable, ResultValue } from '../result/result-tree'
import { lineRoles } from './line-roles'

/** The value that would make a row's quantity times its price its amount, by the path of the cell it is for. */
export type Offers = ReadonlyMap<string, number>

/**
 * Cells in rows that do not multiply. Amounts that come to the document's own sum are believed, and then quantity or
 * price is off; else the amount is. Rows with a discount of their own are left alone.
 */
export function offersIn({ table, isSumRight }: { table: ResultTable; isSumRight: boolean }): Offers {
  const roles = lineRoles(table)
  const amounts = table.rows.map(({ cells }) => cells[roles.amount]?.value)
  const isWhole = amounts.every((amount) => typeof amount !== 'number' || Number.isInteger(amount))
  const offers = new Map<string, number>()
  for (const row of table.rows) {
    const line = lineOf({ row, roles })
    if (!line || isProduct({ ...line, isWhole })) continue
    const offer = isSumRight ? factorFor({ ...line, isWhole }) : productFor(line)
    if (offer) offers.set(offer.cell.path, offer.value)
  }
  return offers
}

type Figure = { cell: ResultValue; value: number }
type Line = { quantity: Figure; price: Figure; amount: Figure }

function lineOf({ row, roles }: { row: ResultRow; roles: ReturnType<typeof lineRoles> }): Line | null {
  const figureAt = (at: number): Figure | null => {
    const cell = row.cells[at]
    return cell && typeof cell.value === 'number' ? { cell, value: cell.value } : null
  }
  const [quantity, price, amount] = [figureAt(roles.quantity), figureAt(roles.price), figureAt(roles.amount)]
  const discount = figureAt(roles.discount)?.value ?? 0
  return quantity && price && amount && discount === 0 ? { quantity, price, amount } : null
}

/** Half of the smallest coin: amounts without cents were rounded to whole ones. */
function isProduct({ quantity, price, amount, isWhole }: Line & { isWhole: boolean }): boolean {
  const product = Math.abs(quantity.value * price.value)
  const tolerance = (isWhole && !Number.isInteger(price.value) ? 0.5 : 0.0055) + 1e-9 * Math.abs(amount.value)
  // A credit note takes the product away and prints its factors as they were.
  return Math.abs(product - Math.abs(amount.value)) <= tolerance
}

function productFor({ quantity, price, amount }: Line) {
  return { cell: amount.cell, value: rounded({ value: quantity.value * price.value, digits: 2 }) }
}

/** A whole quantity, else a price to the cent, else either of more decimals. */
function factorFor({ isWhole, ...line }: Line & { isWhole: boolean }): Figure | null {
  const tries = [
    { factor: 'quantity', other: line.price, digits: 0 },
    { factor: 'price', other: line.quantity, digits: 2 },
    { factor: 'quantity', other: line.price, digits: 3 },
    { factor: 'price', other: line.quantity, digits: 4 },
  ] as const
  for (const { factor, other, digits } of tries) {
    if (other.value === 0) continue
    const value = rounded({ value: line.amount.value / other.value, digits })
    const fitting = { ...line, [factor]: { ...line[factor], value } }
    if (value !== 0 && isProduct({ ...fitting, isWhole })) return fitting[factor]
  }
  return null
}

const rounded = ({ value, digits }: { value: number; digits: number }) =>
  Math.round(value * 10 ** digits) / 10 ** digits
