import { isObject } from '../extract/schema/paths'
import type { Finding } from './finding'

/** A known amount or day, by the path it has in the data. */
export type Figure = { path: string; value: string | number }

export type Figures = {
  [name in 'subtotal' | 'tax' | 'total' | 'discount' | 'shipping' | 'tip' | 'date' | 'due_date']?: Figure
} & {
  lines?: { path: string; amounts: number[] }
  /** Whether the amounts were chosen because they prove one another. */
  isProven: boolean
}

const tolerance = 0.021

/** What amounts and days say against one another. Nothing is corrected: the page is right, the reader should look. */
export function checkFigures(figures: Figures): Finding[] {
  return [...checkTotals(figures), ...checkLines(figures), ...checkDates(figures)]
}

export function linesOf({
  data,
  path,
  key,
}: {
  data: Record<string, unknown>
  path: string
  key: string
}): Pick<Figures, 'lines'> {
  const rows = Array.isArray(data[path]) ? data[path] : []
  const amounts = rows.flatMap((row: unknown) =>
    isObject(row) && typeof row[key] === 'number' ? [row[key]] : [],
  )
  if (amounts.length === 0) return {}
  return { lines: { path, amounts } }
}

function checkTotals(figures: Figures): Finding[] {
  const [subtotal, tax, total] = [amountOf(figures.subtotal), amountOf(figures.tax), amountOf(figures.total)]
  if (figures.isProven || subtotal === null || total === null) return []
  if (isReached({ from: [subtotal, subtotal + (tax ?? 0)], to: total, figures })) return []
  const parts = [figures.subtotal, figures.tax, figures.total]
  return [
    {
      severity: 'error',
      code: 'totals.mismatch',
      fields: parts.flatMap((figure) => (figure ? [figure.path] : [])),
      values: { subtotal, ...(tax !== null && { tax }), total },
      message:
        tax === null
          ? `The subtotal ${format(subtotal)} is not the total ${format(total)}.`
          : `The subtotal ${format(subtotal)} and the tax ${format(tax)} do not add up to the total ${format(total)}.`,
    },
  ]
}

/** A warning, not an error: invoices that are in order have discounts, deposits and fees outside of their lines. */
function checkLines(figures: Figures): Finding[] {
  const { lines } = figures
  const targets = [amountOf(figures.subtotal), amountOf(figures.total)].filter((amount) => amount !== null)
  if (!lines || targets.length === 0) return []
  const sum = Math.round(lines.amounts.reduce((all, amount) => all + amount, 0) * 100) / 100
  const withTax = sum + (amountOf(figures.tax) ?? 0)
  const isRight = targets.some((target) => isReached({ from: [sum, -sum, withTax], to: target, figures }))
  if (isRight) return []
  return [
    {
      severity: 'warning',
      code: 'lines.mismatch',
      fields: [lines.path],
      values: { sum },
      message: `The line items come to ${format(sum)}, which is neither the subtotal nor the total.`,
    },
  ]
}

/** Whether one amount leads to another, with or without charges and discount. */
function isReached({ from, to, figures }: { from: number[]; to: number; figures: Figures }): boolean {
  const charges = (amountOf(figures.shipping) ?? 0) + (amountOf(figures.tip) ?? 0)
  const discount = Math.abs(amountOf(figures.discount) ?? 0)
  const steps = [0, charges, -discount, charges - discount]
  return from.some((amount) => steps.some((step) => Math.abs(amount + step - to) < tolerance))
}

function checkDates({ date, due_date: due }: Figures): Finding[] {
  if (typeof date?.value !== 'string' || typeof due?.value !== 'string' || due.value >= date.value) return []
  return [
    {
      severity: 'warning',
      code: 'due_date.early',
      fields: [due.path, date.path],
      values: { due_date: due.value, date: date.value },
      message: `The due date ${due.value} lies before the document's date ${date.value}.`,
    },
  ]
}

function amountOf(figure: Figure | undefined): number | null {
  return typeof figure?.value === 'number' ? figure.value : null
}

function format(amount: number): string {
  return amount.toFixed(2)
}
