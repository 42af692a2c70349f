import { findAmount, findDay, findLines, type Known, type Line, listAdjustments } from './known-values'

/** A rule between values of one document that does not hold: what is on the left should come to what is on the right. */
export type Breach = {
  code: 'totals.mismatch' | 'lines.mismatch' | 'row.mismatch' | 'due_date.early'
  severity: 'error' | 'warning'
  left: Known<number | string>[]
  /** Negative where the left has too much; null for days. */
  difference: number | null
  right: Known<number | string>
}

/** In the currency of the document: amounts that differ by less are equal, as the engine holds it. */
export const tolerance = 0.021

type Checked = {
  /** As people put it right, with each path leading to its own value. */
  result: Record<string, unknown>
  /** Whether the row at a path was taken out. */
  isRemoved: (path: string) => boolean
}

/** What amounts and days of a result say against one another. Nothing is corrected: the page is right, a person should look. */
export function findBreaches({ result, isRemoved }: Checked): Breach[] {
  const lines = findLines({ result, isRemoved })
  return [...checkTotals(result), ...(lines ? checkTable({ result, ...lines }) : []), ...checkDays(result)]
}

/** Net and tax come to the total, with or without what else the document adds and takes off. */
function checkTotals(result: Checked['result']): Breach[] {
  const [subtotal, tax, total] = [
    findAmount(result, 'subtotal'),
    findAmount(result, 'tax'),
    findAmount(result, 'total'),
  ]
  if (!subtotal || !tax || !total) return []
  const ways = waysOf(listAdjustments(result))
  // On receipts the tax is often within what stands above it.
  const isRight = ways.some((some) =>
    [subtotal.value, subtotal.value + tax.value].some((net) => isEqual(net + sumOf(some), total.value)),
  )
  const best = closest({ ways: ways.map((some) => [subtotal, tax, ...some]), to: total.value })
  if (isRight || !best) return []
  const difference = round(total.value - sumOf(best))
  return [{ code: 'totals.mismatch', severity: 'error', left: best, difference, right: total }]
}

/** More of them than these say nothing any more: some sum of theirs fits everything. */
const mostAdjustments = 4

/** Every choice of some of the adjustments, each added or taken off. */
function waysOf(adjustments: Known<number>[]): Known<number>[][] {
  let ways: Known<number>[][] = [[]]
  for (const one of adjustments.slice(0, mostAdjustments)) {
    ways = ways.flatMap((way) => [way, [...way, one], [...way, { ...one, value: -one.value }]])
  }
  return ways
}

/** The simplest of those that come as near as can be. */
function closest({ ways, to }: { ways: Known<number>[][]; to: number }): Known<number>[] | undefined {
  const missing = (way: Known<number>[]) => Math.abs(sumOf(way) - to)
  return ways.toSorted((one, other) => missing(one) - missing(other) || one.length - other.length)[0]
}

type Lines = { result: Checked['result']; path: string; lines: Line[] }

function checkTable(table: Lines): Breach[] {
  const sum = checkLines(table)
  return [...sum, ...checkRows({ lines: table.lines, isSumRight: sum.length === 0 })]
}

/** A warning, not an error: invoices that are in order have discounts, deposits and fees outside of their lines. */
function checkLines({ result, path, lines }: Lines): Breach[] {
  const [subtotal, tax, total] = [
    findAmount(result, 'subtotal'),
    findAmount(result, 'tax'),
    findAmount(result, 'total'),
  ]
  const right = subtotal ?? total
  if (!right) return []
  const sum = round(sumOf(lines.flatMap(({ amount }) => amount ?? [])))
  const sums = waysOf(listAdjustments(result)).flatMap((way) => [sum + sumOf(way), -sum + sumOf(way)])
  const targets = [subtotal, total].flatMap((target) => target?.value ?? [])
  const isRight = targets.some((target) =>
    sums.some((one) => isEqual(one, target) || isEqual(one + (tax?.value ?? 0), target)),
  )
  if (isRight) return []
  const difference = round(right.value - sum)
  return [{ code: 'lines.mismatch', severity: 'warning', left: [{ path, value: sum }], difference, right }]
}

/** Prices per ten, hundred or thousand. */
const lots = [1, 10, 100, 1000]

/** Quantity × price is the amount of each line, unless the lines have a rule of their own in common. */
function checkRows({ lines, isSumRight }: { lines: Line[]; isSumRight: boolean }): Breach[] {
  const full = lines.flatMap(({ path, row, quantity, price, amount }) =>
    quantity && price && amount ? [{ path, row, quantity, price, amount }] : [],
  )
  const ratios = full.map(({ quantity, price, amount }) => amount.value / (quantity.value * price.value))
  const isCommon = ratios.length > 1 && ratios.every((ratio) => Math.abs(ratio - (ratios[0] ?? 0)) < 0.01)
  if (isCommon) return []
  // In a currency without cents amounts are rounded to whole ones.
  const isWhole = full.every(
    ({ price, amount }) => Number.isInteger(price.value) && Number.isInteger(amount.value),
  )
  return full.flatMap(({ path, row, quantity, price, amount }): Breach[] => {
    const product = quantity.value * price.value
    // A price is printed to the cent, and a quantity of many makes much of what was cut off.
    const room = Math.max(isWhole ? 0.51 : tolerance, Math.abs(quantity.value) * 0.0051)
    const isRight = [
      product,
      ...explained({ product, others: othersOf({ path, row, but: [quantity, price, amount] }) }),
      ...discounted({ product, isSumRight }),
    ].some((one) => lots.some((lot) => Math.abs(Math.abs(one / lot) - Math.abs(amount.value)) < room))
    if (isRight) return []
    const difference = round(amount.value - product)
    return [{ code: 'row.mismatch', severity: 'warning', left: [quantity, price], difference, right: amount }]
  })
}

type Others = { path: string; row: Record<string, unknown>; but: { path: string }[] }

/** The other figures of a row: its own quantity, price and amount explain nothing. */
function othersOf({ path, row, but }: Others): number[] {
  const own = but.map((one) => one.path.slice(path.length + 1))
  return Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'number' && value !== 0 && !own.includes(key) ? [value] : [],
  )
}

/** With what else stands in the row taken off or added, as an amount or in per cent. */
function explained({ product, others }: { product: number; others: number[] }): number[] {
  return others.flatMap((value) => [
    product - value,
    product + value,
    product * (1 - value / 100),
    product * (1 + value / 100),
  ])
}

/**
 * With the discount that is printed beside many rows and that schemas do not ask for: any per cent where the amounts
 * come to the sum of the document, else those that are usual.
 */
function discounted({ product, isSumRight }: { product: number; isSumRight: boolean }): number[] {
  const step = isSumRight ? 1 : 5
  return Array.from({ length: 99 / step }, (_one, at) => product * (1 - ((at + 1) * step) / 100))
}

function checkDays(result: Checked['result']): Breach[] {
  const [issued, due] = [findDay(result, 'issued'), findDay(result, 'due')]
  if (!issued || !due || due.value >= issued.value) return []
  return [{ code: 'due_date.early', severity: 'warning', left: [due], difference: null, right: issued }]
}

const sumOf = (values: { value: number }[]) => values.reduce((sum, { value }) => sum + value, 0)
const isEqual = (one: number, other: number) => Math.abs(one - other) < tolerance
const round = (amount: number) => Math.round(amount * 100) / 100
