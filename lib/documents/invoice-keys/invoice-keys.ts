import { isDoubtful } from '../attention/evidence'
import { listReadValues } from '../attention/read-values'
import type { Confirmations } from '../model/confirmations'
import { applyCorrections, type Corrections, placeCorrections } from '../model/corrections'
import { headlineOf, numberKeys, supplierKeyOf, toSnake, totalKeys } from '../model/headline'
import { isObject } from '../model/value-path'
import { toAccount } from './account-number'

/** By what an invoice is known again, whatever its file is called and whoever sends it. */
export type InvoiceKeys = {
  kind: 'invoice' | 'credit'
  taxId: string | null
  supplierKey: string | null
  numberKey: string | null
  total: number | null
  currency: string | null
  account: string | null
  /** It was read with certainty, or by a person. */
  isAccountSure: boolean
  /** A person was told that it is another, and vouched for it. */
  isAccountVouched: boolean
}

type Result = Record<string, unknown>

type Read = {
  result: Result
  corrections: Corrections
  confirmations: Confirmations
  isChecked: boolean
  documentType: string | null
}

const taxIdNames = [
  'supplier_tax_id',
  'vendor_tax_id',
  'seller_tax_id',
  'issuer_tax_id',
  'tax_id',
  'supplier_vat',
  'supplier_vat_number',
  'vat_number',
  'vat_id',
  'rut_emisor',
  'rut_proveedor',
  'nif_emisor',
  'nif_proveedor',
  'cif_emisor',
  'cif_proveedor',
  'ruc_emisor',
  'rfc_emisor',
  'rut',
  'nif',
  'cif',
  'ruc',
  'rfc',
]
const accountNames = [
  'iban',
  'supplier_iban',
  'bank_iban',
  'bank_account',
  'account_number',
  'bank_account_number',
  'cuenta_bancaria',
  'numero_cuenta',
  'clabe',
  'cbu',
]
const typeNames = ['document_type', 'type', 'tipo', 'tipo_documento']

/** The id of the finding that an account is another; whoever confirms it vouches for that account. */
export const accountFindingId = (account: string) => `_account.${account}`

export function invoiceKeysOf({
  result,
  corrections,
  confirmations,
  isChecked,
  documentType,
}: Read): InvoiceKeys {
  const corrected = applyCorrections({ result, corrections })
  const headline = headlineOf(corrected)
  const account = findText({ result: corrected, names: accountNames })
  const normal = account && toAccount(account.text)
  const isByPerson =
    isChecked || (account !== null && (account.path in corrections || account.path in confirmations))
  const taxId = findText({ result: corrected, names: taxIdNames })
    ?.text.toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const number = headline?.number?.toUpperCase().replace(/[^\p{L}\d]/gu, '') ?? ''
  return {
    kind: isCredit({ result: corrected, total: headline?.total ?? null, documentType })
      ? 'credit'
      : 'invoice',
    taxId: taxId || null,
    supplierKey: headline?.from ? supplierKeyOf(headline.from) : null,
    numberKey: /\d/.test(number) ? number : null,
    total: headline?.total == null ? null : Math.round(headline.total * 100) / 100,
    currency: headline?.currency ?? null,
    account: normal && normal.length >= 6 ? normal : null,
    isAccountSure: isByPerson || (account !== null && isReadWell({ result, path: account.path })),
    isAccountVouched: normal !== null && accountFindingId(normal) in confirmations,
  }
}

/** Where the values that make an invoice the same stand, and its account. */
export function keyPathsOf({ result, corrections }: Pick<Read, 'result' | 'corrections'>) {
  const placed = placeCorrections({ result, corrections })
  const pathOf = (names: string[]) => findText({ result: placed, names })?.path
  return {
    invoice: [numberKeys, totalKeys].flatMap((names) => pathOf(names) ?? []),
    account: [accountNames].flatMap((names) => pathOf(names) ?? []),
  }
}

function isReadWell({ result, path }: { result: Result; path: string }): boolean {
  const read = listReadValues(result).find((value) => value.path === path)
  return read !== undefined && !isDoubtful(read.evidence)
}

type Typed = { result: Result; total: number | null; documentType: string | null }

function isCredit({ result, total, documentType }: Typed): boolean {
  const type = findText({ result, names: typeNames })?.text ?? documentType ?? ''
  return (total !== null && total < 0) || /credit|cr[eé]dito|abono|rectific/i.test(type)
}

type Wanted = { result: Result; names: string[] }

/** The first that says something, at the top or one thing deeper: `supplier.tax_id`, `bank.iban`. */
function findText({ result, names }: Wanted): { path: string; text: string } | null {
  const inner = Object.entries(result).flatMap(([key, value]) =>
    !key.startsWith('_') && isObject(value) && !/customer|client|buyer|receptor|ship/i.test(key)
      ? [{ prefix: `${key}.`, holder: value }]
      : [],
  )
  for (const { prefix, holder } of [{ prefix: '', holder: result }, ...inner]) {
    const keys = new Map(Object.keys(holder).map((key) => [toSnake(key), key]))
    for (const name of names) {
      const key = keys.get(name)
      const value = key === undefined ? null : holder[key]
      const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
      if (key !== undefined && text) return { path: `${prefix}${key}`, text }
    }
  }
  return null
}

/** By the tax id, and by name where one of them has none. */
export function isSameSupplier(
  one: Pick<InvoiceKeys, 'taxId' | 'supplierKey'>,
  other: Pick<InvoiceKeys, 'taxId' | 'supplierKey'>,
): boolean {
  if (one.taxId && other.taxId) return one.taxId === other.taxId
  return one.supplierKey !== null && one.supplierKey === other.supplierKey
}
