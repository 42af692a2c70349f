import type { Labels } from './candidates'
import type { ReadingContext } from './context'
import type { Layout } from './layout'
import type { LineItem } from './line-item'
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
  if (fromTables.length > 0 || step.documentType !== 'receipt') return fromTables
  return readReceiptRows(input)
}
