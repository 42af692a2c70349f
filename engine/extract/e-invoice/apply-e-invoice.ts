import type { ExtractedFields } from '../../fields/extract-fields'
import type { LineItem } from '../../fields/line-item'
import type { Attachment } from '../../readers/reading'
import type { Found } from '../found'
import { locateValue } from './locate-value'
import { type EInvoiceLine, parseEInvoice } from './parse-e-invoice'

/** Values of an embedded e-invoice take the place of those read from the page; the page still shows where they stand. */
export function applyEInvoice({
  fields,
  attachments,
}: {
  fields: ExtractedFields
  attachments: Attachment[]
}): ExtractedFields {
  const invoice = parseEInvoice(attachments)
  if (!invoice) return fields
  const values = { ...fields.values }
  for (const [key, value] of Object.entries(invoice.values)) {
    values[key] = locate({ fields, value, known: fields.values[key] })
  }
  const lineItems =
    invoice.lines.length > 0 ? invoice.lines.map((line) => toLineItem({ fields, line })) : fields.lineItems
  return { ...fields, values, lineItems, money: { ...fields.money, isProven: true } }
}

function toLineItem({ fields, line }: { fields: ExtractedFields; line: EInvoiceLine }): LineItem {
  const item: LineItem = {}
  if (line.description !== undefined) item.description = locate({ fields, value: line.description })
  for (const key of ['quantity', 'unit_price', 'amount'] as const) {
    const value = line[key]
    if (value !== undefined) item[key] = locate({ fields, value })
  }
  return item
}

function locate<Value extends string | number>({
  fields: { layout, context },
  value,
  known,
}: {
  fields: ExtractedFields
  value: Value
  known?: Found<string | number> | undefined
}): Found<Value> {
  const place = known?.value === value ? known : locateValue({ layout, context, value })
  return { ...(place ?? nowhere), value, confidence: 1 }
}

/** A value that only the embedded file holds has no place on the page. */
const nowhere = { text: '', pageIndex: -1, box: { x: 0, y: 0, width: 0, height: 0 } }
