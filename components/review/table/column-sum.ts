import { humanise } from '@/lib/steps/field-schema'
import type { ResultTable, ResultValue } from '../result/result-tree'
import { lineRoles } from './line-roles'

/** Amounts that differ by less are equal, as the findings hold it. */
const tolerance = 0.021

/** What a column of amounts comes to, and the document's own amount that answers to it. */
export type ColumnSum = {
  key: string
  label: string
  sum: number
  currency: string | null
  answer: { label: string; isEqual: boolean; difference: number } | null
}

const names = {
  subtotal:
    /^(sub ?total( amount)?|net( total| amount)?|neto|base( imponible)?|total net|total before tax)$/i,
  total: /^(total|grand total|total amount|amount due|total due|importe total|monto total|total a pagar)$/i,
  tax: /^(tax|vat|iva|igv|total tax|tax amount|total tax amount|impuestos?|total iva)$/i,
} as const

/** The sum of the column of amounts, null where the table has none. `values` are those of the whole document. */
export function columnSum({
  table,
  values,
}: {
  table: ResultTable
  values: ResultValue[]
}): ColumnSum | null {
  const at = lineRoles(table).amount
  const column = table.columns[at]
  const amounts = table.rows.flatMap(({ cells }) => {
    const value = cells[at]?.value
    return typeof value === 'number' ? [value] : []
  })
  if (!column || amounts.length === 0) return null
  const sum = Math.round(amounts.reduce((all, amount) => all + amount, 0) * 1e6) / 1e6
  const answers = answersIn(values)
  const answer = answers.find(({ value }) => Math.abs(value - sum) < tolerance) ?? answers[0]
  return {
    key: column.key,
    label: column.label,
    sum,
    currency: table.rows[0]?.cells[at]?.currency ?? null,
    answer: answer
      ? {
          label: answer.label,
          isEqual: Math.abs(answer.value - sum) < tolerance,
          difference: Math.round((sum - answer.value) * 1e6) / 1e6,
        }
      : null,
  }
}

/** The one that is to answer first: the subtotal, else the total without its tax, else the total. */
function answersIn(values: ResultValue[]): { label: string; value: number }[] {
  const find = (name: RegExp) =>
    values.find(({ path, key }) => !path.includes('.') && name.test(humanise(key)))
  const amountOf = (one: ResultValue | undefined) => (typeof one?.value === 'number' ? one.value : null)
  const [subtotal, total, tax] = [find(names.subtotal), find(names.total), find(names.tax)]
  const [before, all, added] = [subtotal, total, tax].map(amountOf)
  return [
    ...(subtotal && before != null ? [{ label: subtotal.label, value: before }] : []),
    ...(total && tax && all != null && added != null
      ? [{ label: `${total.label} − ${tax.label}`, value: all - added }]
      : []),
    ...(total && all != null ? [{ label: total.label, value: all }] : []),
  ]
}
