import type { Word } from '../readers/reading'
import { collectCandidates, type Labels } from './candidates'
import { cleanCompanyName } from './company-names'
import type { Found, ReadValue } from '../extract/found'
import type { Layout } from '../extract/layout/layout'
import { textOf } from '../extract/layout/word-text'

/** Who the document is addressed to: the first name beside or below a label like `Bill to`. */
export function findCustomer({ layout, labels }: { layout: Layout; labels: Labels }): Found<string> | null {
  const candidates = collectCandidates({ field: 'customer', labels, layout, read: readName })
  return candidates.find(({ hit }) => hit.isAtStart && (hit.isAlone || /[:.]$/.test(hit.text))) ?? null
}

function readName(words: Word[]): ReadValue<string> | null {
  const name = cleanCompanyName(textOf(words))
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  const digits = name.match(/\d/g)?.length ?? 0
  const isName =
    letters >= 3 && digits <= 3 && name.length <= 60 && /^[\p{Lu}\d]/u.test(name) && !/[@:]/.test(name)
  return isName ? { value: name, words, quality: 1 } : null
}
