import { findAmounts } from '../extract/values/amounts-in-words'
import type { Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import type { Layout } from '../extract/layout/layout'
import { type LineItem, sumOfLines } from './line-item'
import { collectMoney, type MoneyCandidate } from './money'
import { contradictsPayment, repairByPayment } from './payment'
import type { StepField } from './step-definition'
import { findTaxRows } from './tax-rows'
import { chooseTotals, type Totals } from './totals'

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
  const payment = { cash: [...of('cash'), ...of('card')], change: of('change') }
  const taxRows = findTaxRows({ layout, context, totals: of('total'), lineItems })
  const totals = chooseTotals({
    subtotal: [...of('subtotal'), ...taxRows.map(({ net }) => net)],
    tax: [...of('tax'), ...taxRows.map(({ tax }) => tax)],
    total: [...of('total'), ...repairByPayment({ totals: of('total'), ...payment })],
    charges: [...of('shipping'), ...of('tip'), ...of('other_tax')],
    discounts: of('discount'),
    withheld: of('withheld'),
    rounding: of('rounding'),
    ...payment,
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
      values[key] = weighProof({ chosen, totals, payment })
    else delete values[key]
  }
  const lone = values.total ? null : findLoneAmount({ layout, context, totals: of('total') })
  if (lone) values.total = lone
  return { values, isProven: totals.isProven, candidates }
}

/** Figures that prove one another are sure, unless what was paid says otherwise. */
function weighProof({
  chosen,
  totals,
  payment,
}: {
  chosen: MoneyCandidate
  totals: Totals
  payment: { cash: MoneyCandidate[]; change: MoneyCandidate[] }
}): MoneyCandidate {
  if (totals.total && contradictsPayment({ total: totals.total, ...payment })) {
    return { ...chosen, confidence: Math.min(chosen.confidence, 0.65) }
  }
  return totals.isProven ? { ...chosen, confidence: Math.max(chosen.confidence, 0.9) } : chosen
}

/** Fainter than this, not even a word like `Charges` speaks for an amount. */
const minLoneScore = 0.3

/** The amount under a faint label like `Charges` is the total where no other amount is printed. */
function findLoneAmount({
  layout,
  context,
  totals,
}: {
  layout: Layout
  context: ReadingContext
  totals: MoneyCandidate[]
}): MoneyCandidate | null {
  const [best] = [...totals].sort((a, b) => b.score - a.score)
  if (!best || best.score < minLoneScore || best.value === 0) return null
  const printed = layout.lines
    .flatMap((line) => line.segments)
    .flatMap((segment) => findAmounts({ words: segment.words, decimalMark: context.decimalMark }))
    .filter((amount) => amount.decimals === 2 || amount.mark !== null)
  return printed.every((amount) => amount.value === best.value) ? best : null
}
