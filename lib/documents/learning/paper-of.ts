import type { Answered } from '@/lib/lessons/rules/paper'
import { listReadValues } from '../attention/read-values'
import { scalarSchema } from '../model/corrections'
import { headlineOf } from '../model/headline'
import { isObject } from '../model/value-path'

type Result = Record<string, unknown>

/** The single values of a result that stand in no list: rows are others on each paper, so nothing is learnt of them. */
export function answeredOf(result: Result): Record<string, Answered> {
  return Object.fromEntries(
    listReadValues(result).flatMap(({ path, value, evidence }) => {
      const parsed = scalarSchema.safeParse(value)
      if (!parsed.success || isInList({ result, path })) return []
      const answered: Answered = {
        value: parsed.data,
        certainty: evidence?.confidence ?? null,
        text: evidence?.text ?? null,
      }
      return [[path, answered] as const]
    }),
  )
}

function isInList({ result, path }: { result: Result; path: string }): boolean {
  let holder: unknown = result
  for (const key of path.split('.')) {
    if (Array.isArray(holder)) return true
    holder = isObject(holder) ? holder[key] : undefined
  }
  return Array.isArray(holder)
}

/** Names of fields for a tax number, as schemas in English and Spanish call them. */
const taxId = /(^|[._])(tax_?(id|number)|vat_?(id|number)?|nif|cif|rut|rfc|cuit|ruc|nit|cnpj|ein|abn)$/i
const others = /customer|buyer|client|receptor|comprador|ship|bill_?to|payee/i

/** Whose paper it is, by its values: the issuer's tax number and name. */
export function issuerOf(result: Result): { taxId: string | null; name: string | null } {
  const found = Object.entries(answeredOf(result)).find(
    ([path, { value }]) =>
      taxId.test(path) && !others.test(path) && typeof value === 'string' && value.trim() !== '',
  )
  return { taxId: found ? String(found[1].value) : null, name: headlineOf(result)?.from ?? null }
}
