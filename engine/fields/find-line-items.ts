import type { Labels } from './candidates'
import type { ReadingContext } from '../extract/context'
import type { Layout } from '../extract/layout/layout'
import { type LineItem, sumOfLines } from './line-item'
import { collectMoney } from './money'
import { readReceiptRows } from './receipt-rows'
import type { StepDefinition } from './step-definition'
import { findTableHeaders } from './table-header'
import { readTableRows } from './table-rows'

/** Line items of a document: the rows of its tables or, on receipts without a table's head, its priced lines. */
export function findLineItems(input: {
  layout: Layout
  labels: Labels
  context: ReadingContext
  step: StepDefinition
}): LineItem[] {
  const { step, layout } = input
  const fromTables = findTableHeaders({ layout, step }).flatMap((header) =>
    readTableRows({ ...input, header }),
  )
  if (fromTables.length > 0) return fromTables
  const rows = readReceiptRows(input)
  return step.documentType === 'receipt' || isProven({ ...input, rows }) ? rows : []
}

/** Elsewhere than on receipts, priced lines without a head are items when they come to what is labelled their sum. */
function isProven({
  rows,
  ...page
}: {
  rows: LineItem[]
  layout: Layout
  labels: Labels
  context: ReadingContext
}): boolean {
  const sum = sumOfLines(rows)
  if (sum === null || rows.length < 2) return false
  return ['subtotal', 'total'].some((field) =>
    collectMoney({ ...page, field }).some(({ value }) => Math.abs(value - sum) < 0.005),
  )
}
