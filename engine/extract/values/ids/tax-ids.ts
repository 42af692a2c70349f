import { findAll } from '@/engine/extract/vocabulary/find-all'
import { countries } from '../countries'
import {
  isRightAbn,
  isRightCnpj,
  isRightCuit,
  isRightNit,
  isRightPartitaIva,
  isRightPortugueseNif,
  isRightRut,
  isRightSpanishId,
} from './check-digits'
import type { FoundCode } from './iban'

type FoundTaxId = FoundCode & {
  kind: string
  /** Whether a check digit confirms it. */
  isProven: boolean
}

/** Check digits by the name that a country's file gives them. */
const checks = new Map<string, (id: string) => boolean>([
  ['rut', isRightRut],
  ['nif', isRightSpanishId],
  ['cuit', isRightCuit],
  ['cnpj', isRightCnpj],
  ['abn', isRightAbn],
  ['nit', isRightNit],
  ['partita_iva', isRightPartitaIva],
  ['nif_pt', isRightPortugueseNif],
])

/** Forms by country; those with check digits come first, since they are surest. */
const forms = countries
  .flatMap(({ taxIds }) =>
    taxIds.map(({ kind, pattern, flags, check }) => ({
      kind,
      pattern: new RegExp(pattern, flags),
      isRight: check === undefined ? undefined : checks.get(check),
    })),
  )
  .sort((a, b) => Number(a.isRight === undefined) - Number(b.isRight === undefined))

/** How papers call an id of each kind, and of any. */
const names = new Map(forms.map(({ kind }) => [kind, nameOf([kind])]))
const anyName = nameOf([...names.keys()])

function nameOf(kinds: string[]): RegExp {
  const words = kinds.map((kind) => kind.replace(/ .*/, ''))
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu')
}

/** No id has fewer figures, or small letters between them; to look for each of many forms takes long. */
const fewestFigures = /(?:\d[A-ZÑ& ./-]*){6}/

/** Tax ids printed in a text, in order of appearance; a wrong check digit is not one. */
export function findTaxIds(text: string): FoundTaxId[] {
  if (!fewestFigures.test(text)) return []
  const found: FoundTaxId[] = []
  for (const { kind, pattern, isRight } of forms) {
    for (const match of findAll({ pattern, text })) {
      const id = { value: match[0], start: match.index, end: match.index + match[0].length }
      const overlaps = found.some((other) => id.start < other.end && other.start < id.end)
      if (!overlaps && (!isRight || isRight(id.value)))
        found.push({ ...id, kind, isProven: isRight !== undefined })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Tax ids that a text calls by the name of their kind (`RUT`, `CUIT` …) and whose check digit is wrong, as printed. */
export function findWrongTaxIds(text: string): string[] {
  if (!/\d/.test(text) || !anyName.test(text)) return []
  if (findTaxIds(text).some(({ isProven }) => isProven)) return []
  return forms.flatMap(({ kind, pattern, isRight }) => {
    if (!isRight || !names.get(kind)?.test(text)) return []
    return [...text.matchAll(pattern)].map(([id]) => id).filter((id) => !isRight(id))
  })
}
