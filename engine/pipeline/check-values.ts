import type { ExtractedFields } from '../fields/extract-fields'
import { sumOfLines } from '../fields/line-item'
import type { MessageList } from './processed-document'

export type Validation = { errors: MessageList; warnings: MessageList }

/** What the values say against one another. Nothing is corrected: the page is right, the reader should look. */
export function checkValues(fields: ExtractedFields): Validation {
  const warnings = [...checkTotals(fields), ...checkLines(fields), ...checkDates(fields)]
  return { errors: toList([]), warnings: toList(warnings) }
}

function toList(messages: string[]): MessageList {
  return { count: messages.length, messages }
}

const tolerance = 0.021

function checkTotals({ values, money }: ExtractedFields): string[] {
  const [subtotal, tax, total] = [values.subtotal?.value, values.tax?.value, values.total?.value]
  if (money.isProven || typeof subtotal !== 'number' || typeof total !== 'number') return []
  const sum = subtotal + (typeof tax === 'number' ? tax : 0)
  if (Math.abs(sum - total) < tolerance || Math.abs(subtotal - total) < tolerance) return []
  const parts = typeof tax === 'number' ? `${format(subtotal)} and the tax ${format(tax)}` : format(subtotal)
  return [`The subtotal ${parts} do not add up to the total ${format(total)}.`]
}

function checkLines({ values, lineItems }: ExtractedFields): string[] {
  const sum = sumOfLines(lineItems)
  const targets = [values.subtotal?.value, values.total?.value].filter((value) => typeof value === 'number')
  if (sum === null || targets.length === 0) return []
  const matches = targets.some((target) => Math.abs(Math.abs(target) - Math.abs(sum)) < tolerance)
  return matches
    ? []
    : [`The line items come to ${format(sum)}, which is neither the subtotal nor the total.`]
}

function checkDates({ values }: ExtractedFields): string[] {
  const [date, due] = [values.date?.value, values.due_date?.value]
  const isReversed = typeof date === 'string' && typeof due === 'string' && due < date
  return isReversed ? [`The due date ${due} lies before the document's date ${date}.`] : []
}

function format(amount: number): string {
  return amount.toFixed(2)
}
