/** What the columns of priced lines mean, on invoices, receipts and in any schema that asks for the like. */
export const itemColumns = ['description', 'quantity', 'unit_price', 'amount'] as const
export type ItemColumn = (typeof itemColumns)[number]
