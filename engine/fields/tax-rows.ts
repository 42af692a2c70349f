import { findAmounts } from './amounts-in-words'
import type { ReadingContext } from './context'
import type { Layout, TextLine } from './layout'
import type { MoneyCandidate } from './money'

export type TaxRow = { net: MoneyCandidate; tax: MoneyCandidate }

/** Cents that rounding may leave in a row. */
const tolerance = 0.021

/** Higher shares of tax are no value added or sales tax anywhere. */
const maxTaxShare = 0.3

/** Proven by their own figures only: they count once a total confirms them. */
const rowScore = 0.4

/**
 * Rows that state an amount, the tax on it and both together (`19 %  53,79  10,22  64,01`, also the summary row of
 * a table of items). Their arithmetic tells which figure is which, so they need no label that the engine knows.
 */
export function findTaxRows({ layout, context }: { layout: Layout; context: ReadingContext }): TaxRow[] {
  return layout.lines.flatMap((line) => {
    const row = readTaxRow({ line, context })
    return row ? [row] : []
  })
}

/** Rows of taxes are short; trying all figures of a crowded line would take seconds. */
const maxFigures = 12

function readTaxRow({ line, context }: { line: TextLine; context: ReadingContext }): TaxRow | null {
  const amounts = line.segments
    .flatMap((segment) => findAmounts({ words: segment.words, decimalMark: context.decimalMark }))
    .filter((amount) => amount.decimals === 2 || amount.isGrouped)
  if (amounts.length > maxFigures) return null
  for (const gross of amounts) {
    for (const net of amounts) {
      const tax = amounts.find(
        (one) => one !== net && one !== gross && Math.abs(net.value + one.value - gross.value) < tolerance,
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
