import { type Evidence, toEvidence } from '../extract/evidence'
import type { Layout } from '../extract/layout/layout'
import type { ExtractedFields } from '../fields/extract-fields'
import type { LineItem } from '../fields/line-item'

/** The values as plain data, and beside them in `_evidence` where each was read. */
export function assembleData({ values, lineItems, layout }: ExtractedFields): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  const evidence: Record<string, unknown> = {}
  for (const [key, found] of Object.entries(values)) {
    data[key] = found.value
    evidence[key] = toEvidence({ found, layout })
  }
  if (lineItems.length > 0) {
    data.line_items = lineItems.map(toPlainItem)
    evidence.line_items = lineItems.map((item) => toItemEvidence({ item, layout }))
  }
  if (Object.keys(evidence).length > 0) data._evidence = evidence
  return data
}

const itemKeys = ['description', 'quantity', 'unit_price', 'amount'] as const

function toPlainItem(item: LineItem): Record<string, string | number> {
  return Object.fromEntries(
    itemKeys.flatMap((key) => {
      const found = item[key]
      return found ? [[key, found.value]] : []
    }),
  )
}

function toItemEvidence({
  item,
  layout,
}: {
  item: LineItem
  layout: Layout
}): Record<string, Evidence | null> {
  return Object.fromEntries(
    itemKeys.flatMap((key) => {
      const found = item[key]
      return found ? [[key, toEvidence({ found, layout })]] : []
    }),
  )
}
