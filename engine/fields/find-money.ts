import type { Labels } from './candidates'
import type { ReadingContext } from './context'
import type { Layout } from './layout'
import { type LineItem, sumOfLines } from './line-item'
import { collectMoney, type MoneyCandidate } from './money'
import type { StepField } from './step-definition'
import { findTaxRows } from './tax-rows'
import { chooseTotals } from './totals'

export type MoneyFindings = {
  values: { [key: string]: MoneyCandidate }
  /** Whether subtotal, tax and total prove one another. */
  isProven: boolean
  /** Everything labelled, for the checks. */
  candidates: { [key: string]: MoneyCandidate[] }
}

/** Weaker than this, a label in a sentence found an amount by chance. */
const minScore = 0.45

/** The amounts of a document: subtotal, tax and total chosen together, the others by their labels alone. */
export function findMoney({
  layout,
  labels,
  context,
  fields,
  lineItems,
}: {
  layout: Layout
  labels: Labels
  context: ReadingContext
  fields: StepField[]
  lineItems: LineItem[]
}): MoneyFindings {
  const candidates: MoneyFindings['candidates'] = {}
  for (const { key, type } of fields) {
    if (type === 'amount') candidates[key] = collectMoney({ field: key, labels, layout, context })
  }
  const of = (key: string) => candidates[key] ?? []
  const taxRows = findTaxRows({ layout, context })
  const totals = chooseTotals({
    subtotal: [...of('subtotal'), ...taxRows.map(({ net }) => net)],
    tax: [...of('tax'), ...taxRows.map(({ tax }) => tax)],
    total: of('total'),
    charges: [...of('shipping'), ...of('tip'), ...of('other_tax')],
    discounts: of('discount'),
    withheld: of('withheld'),
    rounding: of('rounding'),
    cash: [...of('cash'), ...of('card')],
    change: of('change'),
    lineSum: sumOfLines(lineItems),
  })
  const values: MoneyFindings['values'] = {}
  for (const [key, list] of Object.entries(candidates)) {
    const [best] = [...list].sort((a, b) => b.score - a.score)
    if (best && best.score >= minScore) values[key] = best
  }
  for (const key of ['subtotal', 'tax', 'total'] as const) {
    const chosen = totals[key]
    if (chosen && (totals.isProven || chosen.score >= minScore))
      values[key] = {
        ...chosen,
        confidence: totals.isProven ? Math.max(chosen.confidence, 0.9) : chosen.confidence,
      }
    else delete values[key]
  }
  return { values, isProven: totals.isProven, candidates }
}
