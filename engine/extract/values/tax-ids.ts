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

export type FoundTaxId = FoundCode & {
  kind: string
  /** Whether a check digit confirms it. */
  isProven: boolean
}

type TaxIdForm = { kind: string; pattern: RegExp; isRight?: (id: string) => boolean }

/** Forms by country; those with check digits come first, since they are surest. */
const forms: TaxIdForm[] = [
  { kind: 'RUT', pattern: /(?<![\d.-])\d{1,2}\.?\d{3}\.?\d{3}-[\dkK](?![\dA-Za-z-])/g, isRight: isRightRut },
  {
    kind: 'NIF',
    pattern:
      /(?<![A-Za-z\d])(?:ES[- ]?)?(?:[A-HJ-NP-SUVW][- ]?\d{7}[- ]?[\dA-J]|[XYZ]?\d{7,8}[- ]?[A-HJ-NP-TV-Z])(?![A-Za-z\d])/g,
    isRight: isRightSpanishId,
  },
  { kind: 'CUIT', pattern: /(?<![\d-])\d{2}-\d{8}-\d(?![\d-])/g, isRight: isRightCuit },
  { kind: 'CNPJ', pattern: /(?<!\d)\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?!\d)/g, isRight: isRightCnpj },
  { kind: 'ABN', pattern: /(?<!\d)\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\d)/g, isRight: isRightAbn },
  { kind: 'NIT', pattern: /(?<![\d.])\d{3}\.?\d{3}\.?\d{3}-\d(?!\d)/g, isRight: isRightNit },
  { kind: 'Partita IVA', pattern: /(?<![A-Z\d])(?:IT ?)?\d{11}(?!\d)/g, isRight: isRightPartitaIva },
  { kind: 'NIF PT', pattern: /(?<![A-Z\d])(?:PT ?)?\d{9}(?!\d)/g, isRight: isRightPortugueseNif },
  { kind: 'RFC', pattern: /(?<![A-ZÑ&\d])[A-ZÑ&]{3,4}-?\d{6}-?[A-Z\d]{3}(?![A-Z\d])/g },
  // EU VAT numbers by country: https://ec.europa.eu/taxation_customs/vies
  {
    kind: 'VAT',
    pattern:
      /(?<![A-Z\d])(?:ATU ?\d{8}|BE ?0?\d{3}[ .]?\d{3}[ .]?\d{3}|DE ?\d{3} ?\d{3} ?\d{3}|DK ?\d{8}|FI ?\d{8}|FR ?[A-Z\d]{2} ?\d{3} ?\d{3} ?\d{3}|GB ?\d{3} ?\d{4} ?\d{2}|IE ?\d[A-Z\d]\d{5}[A-Z]{1,2}|LU ?\d{8}|NL ?\d{3}\.?\d{3}\.?\d{3}\.?B\d{2}|PL ?\d{10}|SE ?\d{12}|CHE-?\d{3}\.?\d{3}\.?\d{3})(?![A-Z\d])/g,
  },
  { kind: 'GSTIN', pattern: /(?<![A-Z\d])\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]{3}(?![A-Z\d])/g },
  { kind: 'EIN', pattern: /(?<![\d-])\d{2}-\d{7}(?![\d-])/g },
  { kind: 'GST', pattern: /(?<!\d)0\d{11}(?!\d)/g },
]

/** How papers call an id of each kind, and of any. */
const names = new Map(forms.map(({ kind }) => [kind, nameOf([kind])]))
const anyName = nameOf([...names.keys()])

function nameOf(kinds: string[]): RegExp {
  const words = kinds.map((kind) => kind.replace(/ .*/, ''))
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu')
}

/** Tax ids printed in a text, in order of appearance; a wrong check digit is not one. */
export function findTaxIds(text: string): FoundTaxId[] {
  if (!/\d/.test(text)) return []
  const found: FoundTaxId[] = []
  for (const { kind, pattern, isRight } of forms) {
    for (const match of text.matchAll(pattern)) {
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
