import type { Layout } from '../extract/layout/layout'
import { findWrongIbans } from '../extract/values/ids/iban'
import { findWrongTaxIds } from '../extract/values/ids/tax-ids'
import type { Finding } from './finding'

/**
 * Numbers that are printed as what they are and whose check digits are wrong: they are not among the values, and
 * whoever misses them should know why.
 * @param wanted paths of the values that ask for an IBAN and for a tax id; null for none
 */
export function checkNumbers({
  layout,
  wanted,
}: {
  layout: Layout
  wanted: { iban: string | null; taxId: string | null }
}): Finding[] {
  const texts = layout.lines.map((line) => line.text.replace(/\s+/g, ' '))
  const ibans = wanted.iban === null ? [] : texts.flatMap(findWrongIbans)
  const taxIds = wanted.taxId === null ? [] : texts.flatMap(findWrongTaxIds)
  return [
    ...[...new Set(ibans)].map(
      (text): Finding => ({
        severity: 'error',
        code: 'iban.check_digits',
        fields: [wanted.iban ?? ''],
        values: { text },
        message: `The IBAN ${text} has wrong check digits.`,
      }),
    ),
    ...[...new Set(taxIds)].map(
      (text): Finding => ({
        severity: 'error',
        code: 'tax_id.check_digits',
        fields: [wanted.taxId ?? ''],
        values: { text },
        message: `The tax id ${text} has a wrong check digit.`,
      }),
    ),
  ]
}
