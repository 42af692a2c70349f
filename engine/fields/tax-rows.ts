import type { Box } from '../readers/reading'
import { findAmounts } from '../extract/values/amounts-in-words'
import { verticalOverlap } from '../extract/layout/box'
import type { ReadingContext } from '../extract/context'
import type { Layout, TextLine } from '../extract/layout/layout'
import type { LineItem } from './line-item'
import type { MoneyCandidate } from './money'

export type TaxRow = { net: MoneyCandidate; tax: MoneyCandidate }

/** Cents that rounding may leave in a row. */
const tolerance = 0.021

/** Higher shares of tax are no value added or sales tax anywhere. */
const maxTaxShare = 0.3

/** Proven by their own figures only: they count once a total confirms them. */
const rowScore = 0.4

type Surroundings = {
  context: ReadingContext
  /** Amounts labelled as the total: a row of net and tax may leave their sum to it. */
  totals: MoneyCandidate[]
  /** Rows of several items state net, tax and gross, too, but not the document's. */
  lineItems: LineItem[]
}

/**
 * Rows that state an amount, the tax on it and both together (`19 %  53,79  10,22  64,01`, also the summary row of
 * a table of items), or the first two where the third is the total. Their arithmetic tells which figure is which, so
 * they need no label that the engine knows.
 */
export function findTaxRows({ layout, ...rest }: Surroundings & { layout: Layout }): TaxRow[] {
  const totals = rest.totals.map((total) => total.value)
  const itemLines = rest.lineItems.length > 1 ? placesOf(rest.lineItems) : []
  return layout.lines.flatMap((line) => {
    const row = readTaxRow({ line, context: rest.context, totals })
    const isOfItem = itemLines.some((place) => isOnLine({ place, line }))
    return row && !isOfItem ? [row] : []
  })
}

function placesOf(items: LineItem[]): Place[] {
  return items.flatMap(({ amount }) => (amount ? [amount] : []))
}

type Place = { pageIndex: number; box: Box }

function isOnLine({ place, line }: { place: Place; line: TextLine }): boolean {
  return place.pageIndex === line.pageIndex && verticalOverlap({ a: place.box, b: line.box }) > 0.5
}

/** Rows of taxes are short; trying all figures of a crowded line would take seconds. */
const maxFigures = 12

function readTaxRow({
  line,
  context,
  totals,
}: {
  line: TextLine
  context: ReadingContext
  totals: number[]
}): TaxRow | null {
  const amounts = line.segments
    .flatMap((segment) => findAmounts({ words: segment.words, decimalMark: context.decimalMark }))
    .filter((amount) => amount.decimals === 2 || amount.isGrouped)
  if (amounts.length > maxFigures) return null
  for (const gross of [...amounts.map((amount) => amount.value), ...totals]) {
    for (const net of amounts) {
      const tax = amounts.find(
        (one) => one !== net && Math.abs(net.value + one.value - gross) < tolerance && one.value !== gross,
      )
      const share = tax && net.value !== 0 ? tax.value / net.value : 0
      if (tax && share > 0 && share < maxTaxShare) {
        return {
          net: toCandidate({ amount: net, line }),
          tax: toCandidate({ amount: tax, line }),
        }
      }
    }
  }
  return null
}

function toCandidate({
  amount,
  line,
}: {
  amount: ReturnType<typeof findAmounts>[number]
  line: TextLine
}): MoneyCandidate {
  const { value, text, box, mark } = amount
  const confidence = rowScore * (0.4 + 0.6 * amount.confidence)
  return { value, text, box, mark, score: rowScore, pageIndex: line.pageIndex, confidence }
}
