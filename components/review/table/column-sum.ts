import { tolerance } from '@/lib/documents/findings/breaches'
import { findAmount, findLines } from '@/lib/documents/findings/known-values'
import type { ResultTable, ResultValue } from '../result/result-tree'

/** What the amounts of a table come to, and the document's own amount that answers to it. */
export type ColumnSum = {
  sum: number
  currency: string | null
  answer: { label: string; isEqual: boolean; difference: number } | null
}

type Summed = {
  table: ResultTable
  /** As people put it right. */
  result: Record<string, unknown>
  /** Those of the whole document, for their labels. */
  values: ResultValue[]
}

/** Null where the table has no amounts, or they are not those that the document adds up. */
export function columnSum({ table, result, values }: Summed): ColumnSum | null {
  const removed = new Set(table.removed.map(({ path }) => path))
  const found = findLines({ result, isRemoved: (path) => removed.has(path) })
  if (found?.path !== table.path) return null
  const amounts = found.lines.flatMap(({ amount }) => amount ?? [])
  const sum = toCents(amounts.reduce((all, { value }) => all + value, 0))
  const answers = answersIn({ result, values })
  const answer = answers.find(({ value }) => Math.abs(value - sum) < tolerance) ?? answers[0]
  const difference = answer ? toCents(sum - answer.value) : 0
  return {
    sum,
    currency: values.find(({ path }) => path === amounts[0]?.path)?.currency ?? null,
    answer: answer ? { label: answer.label, isEqual: Math.abs(difference) < tolerance, difference } : null,
  }
}

/** The one that is to answer first: the subtotal, else the total without its tax, else the total. */
function answersIn({ result, values }: Omit<Summed, 'table'>): { label: string; value: number }[] {
  const find = (name: 'subtotal' | 'tax' | 'total') => {
    const found = findAmount(result, name)
    const label = values.find(({ path }) => path === found?.path)?.label
    return found && label !== undefined ? { label, value: found.value } : null
  }
  const [subtotal, tax, total] = [find('subtotal'), find('tax'), find('total')]
  const untaxed = total && tax && { label: `${total.label} − ${tax.label}`, value: total.value - tax.value }
  return [subtotal, untaxed, total].flatMap((one) => one ?? [])
}

const toCents = (amount: number) => Math.round(amount * 100) / 100
