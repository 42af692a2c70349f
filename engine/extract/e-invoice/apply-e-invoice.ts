import type { Attachment } from '../../readers/reading'
import type { Found } from '../layout/found'
import type { Paper } from '../paper/paper'
import { type ItemColumn, itemColumns } from '../schema/item-columns'
import { locateRows } from './locate-rows'
import { locateValue } from './locate-value'
import { parseEInvoice } from './parse-e-invoice'

export type TradeValues = Map<string, Found<string | number>>
export type ItemRow = Map<ItemColumn, Found<string | number>>

/**
 * Values of an embedded e-invoice take the place of those read from the page, which still shows where they stand.
 * @returns null when no e-invoice is attached
 */
export function applyEInvoice({
  paper,
  values,
  attachments,
}: {
  paper: Paper
  values: TradeValues
  attachments: Attachment[]
}): { values: TradeValues; rows: ItemRow[] } | null {
  const invoice = parseEInvoice(attachments)
  if (!invoice) return null
  const stated = Object.entries(invoice.values).map(([key, value]) => {
    const known = values.get(key)
    return [key, known?.value === value ? { ...known, confidence: 1 } : locate({ paper, value })] as const
  })
  const places = locateRows({ paper, rows: invoice.lines })
  const rows = invoice.lines.map(
    (line, at) =>
      new Map(
        itemColumns.flatMap((column) => {
          const value = line[column]
          const place = places[at]?.[column] ?? nowhere
          return value === undefined ? [] : [[column, { ...place, value, confidence: 1 }] as const]
        }),
      ),
  )
  return { values: new Map([...values, ...stated]), rows }
}

function locate({ paper, value }: { paper: Paper; value: string | number }): Found<string | number> {
  return { ...(locateValue({ paper, value }) ?? nowhere), value, confidence: 1 }
}

/** A value that only the embedded file holds has no place on the page. */
const nowhere = { text: '', page: null, box: { x: 0, y: 0, width: 0, height: 0 } }
