import type { Word } from '../readers/reading'
import { judgeCompanyName } from './company-names'
import type { Layout, Segment } from '../extract/layout/layout'
import { findLegalForm } from '../extract/values/legal-forms'
import { wordsBetween } from '../extract/layout/word-text'

/** Words that may stand between a name as it is painted on the shop and its legal form. */
const maxWordsBetween = 4

/**
 * The full name of which a logo shows the beginning: `Holloway` at the top, `Holloway Garden Machinery Ltd, Unit 2 …`
 * in the small print. Null when the name has its legal form already, or none is printed.
 */
export function findLegalName({
  name,
  layout,
  customers,
}: {
  name: string
  layout: Layout
  customers: Segment[]
}): { value: string; words: Word[]; pageIndex: number } | null {
  if (judgeCompanyName(name) === 'legal-form' || name.length < 4) return null
  for (const segment of layout.lines.flatMap((line) => line.segments)) {
    if (customers.includes(segment)) continue
    const found = findInText({ name, text: segment.text })
    if (found) {
      const words = wordsBetween({ words: segment.words, ...found })
      return { value: segment.text.slice(found.start, found.end), words, pageIndex: segment.pageIndex }
    }
  }
  return null
}

function findInText({ name, text }: { name: string; text: string }): { start: number; end: number } | null {
  const lower = text.toLowerCase()
  let start = lower.indexOf(name.toLowerCase())
  while (start >= 0) {
    const end = findLegalForm(text.slice(start))?.end ?? null
    const between = end === null ? '' : text.slice(start + name.length, start + end)
    if (end !== null && isPartOfName(between)) return { start, end: start + end }
    start = lower.indexOf(name.toLowerCase(), start + 1)
  }
  return null
}

function isPartOfName(between: string): boolean {
  const words = between.split(/\s+/).filter((word) => word !== '')
  return (
    /^[\s,]/.test(between) &&
    words.length <= maxWordsBetween + 2 &&
    words.every((word) =>
      /^(?:[\p{Lu}\d&(]|(?:de|del|la|of|and|y|e|et|und|für|pour|van|di|do|da|en|i|z)$)/u.test(word),
    )
  )
}
