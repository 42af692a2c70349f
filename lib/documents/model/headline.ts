import { z } from 'zod'

/** By what people know a document, whatever its file is called: whose it is, its number, its days, what it comes to. */
export const headlineSchema = z.object({
  from: z.string().nullable(),
  number: z.string().nullable(),
  /** Calendar days, `YYYY-MM-DD`. */
  issued: z.string().nullable(),
  due: z.string().nullable(),
  total: z.number().nullable(),
  /** ISO 4217 code; null where the document names none. */
  currency: z.string().nullable(),
})
export type Headline = z.infer<typeof headlineSchema>

/** Names of fields, the likelier first, as schemas in English and Spanish call them. */
const fromKeys = [
  'supplier',
  'vendor',
  'seller',
  'merchant',
  'issuer',
  'supplier_name',
  'vendor_name',
  'merchant_name',
  'proveedor',
  'emisor',
  'comercio',
]
export const numberKeys = [
  'invoice_number',
  'receipt_number',
  'document_number',
  'number',
  'numero_factura',
  'numero',
  'folio',
]
export const issuedKeys = [
  'issue_date',
  'issued_at',
  'issued_on',
  'invoice_date',
  'receipt_date',
  'document_date',
  'date',
  'fecha_emision',
  'fecha_factura',
  'fecha',
]
export const dueKeys = ['due_date', 'payment_due_date', 'date_due', 'fecha_vencimiento', 'vencimiento']
export const totalKeys = [
  'total',
  'total_amount',
  'grand_total',
  'amount_due',
  'monto_total',
  'importe_total',
]
const currencyKeys = ['currency', 'currency_code', 'moneda']

/** In characters. */
const longest = 120
/** Beyond it a number is not kept to the cent. */
const largest = 1e15

export function headlineOf(result: Record<string, unknown>): Headline | null {
  const fields = new Map(Object.entries(result).map(([key, value]) => [toSnake(key), value]))
  const first = <Value>(keys: string[], read: (value: unknown) => Value | null) =>
    keys.map((key) => read(fields.get(key))).find((value) => value !== null) ?? null
  const currency = first(currencyKeys, readText)
  const headline = {
    from: first(fromKeys, readName),
    number: first(numberKeys, readText),
    issued: first(issuedKeys, readDay),
    due: first(dueKeys, readDay),
    total: first(totalKeys, readAmount),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : null,
  }
  return headline.from === null && headline.number === null && headline.total === null ? null : headline
}

/** What people sort and look for suppliers by: `Núñez  S.A.` is `nunez s.a.` */
export function supplierKeyOf(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}

function readName(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'name' in value
    ? readText(value.name)
    : readText(value)
}

function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  // By whole characters: half of one is no text to a database.
  return text ? [...text].slice(0, longest).join('') : null
}

/** Some services write amounts as texts, `12.50`; what is not plainly a number is none. */
function readAmount(value: unknown): number | null {
  const isNumber = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
  const amount = isNumber ? Number(value) : value
  return typeof amount === 'number' && Math.abs(amount) < largest ? amount : null
}

/** A day as schemas write it, with or without a time of day behind it. */
function readDay(value: unknown): string | null {
  const [day] = (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value.trim())) || []
  return day && z.iso.date().safeParse(day).success ? day : null
}

/** `invoiceNumber` and `invoice-number` are `invoice_number`. */
export function toSnake(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
}
