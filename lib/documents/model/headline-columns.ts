import { type Headline, headlineOf, supplierKeyOf } from './headline'

/** A headline as it stands beside an attempt, for lists to be sorted, narrowed and summed up by. */
type HeadlineColumns = {
  supplier: string | null
  supplierKey: string | null
  invoiceNumber: string | null
  issuedOn: string | null
  dueOn: string | null
  total: number | null
  currency: string | null
}

export const noHeadlineColumns: HeadlineColumns = {
  supplier: null,
  supplierKey: null,
  invoiceNumber: null,
  issuedOn: null,
  dueOn: null,
  total: null,
  currency: null,
}

export function headlineColumnsOf(result: Record<string, unknown>): HeadlineColumns {
  const headline = headlineOf(result)
  if (!headline) return noHeadlineColumns
  const { from, number, issued, due, total, currency } = headline
  return {
    supplier: from,
    supplierKey: from && supplierKeyOf(from),
    invoiceNumber: number,
    issuedOn: issued,
    dueOn: due,
    total,
    currency,
  }
}

export function toHeadline(row: Omit<HeadlineColumns, 'supplierKey'>): Headline | null {
  const { supplier, invoiceNumber, issuedOn, dueOn, total, currency } = row
  if (supplier === null && invoiceNumber === null && total === null) return null
  return { from: supplier, number: invoiceNumber, issued: issuedOn, due: dueOn, total, currency }
}
