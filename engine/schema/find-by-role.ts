import { bottomOf, horizontalOverlap } from '../extract/layout/box'
import { toFound } from '../extract/found'
import type { Layout, Segment } from '../extract/layout/layout'
import { textOf } from '../extract/layout/word-text'
import type { Word } from '../readers/reading'
import type { ValueCandidate } from './find-values'
import type { ValueField } from '../extract/schema/schema-field'
import { toTokens } from '../extract/labels/tokens'

const roleScore = 0.8
const asRole = /^(?:as|als|como|en tant que|come)\s+/i

/** `as Borrower,` below or behind a name: the label follows its value. */
export function isRole(segment: Segment): boolean {
  return asRole.test(segment.text) && segment.words.length <= 6
}

/** A party to a contract, which is named by what it acts as: `ACME INC., as Borrower` or `ACME INC. (the "Borrower")`. */
export function findByRole({ field, layout }: { field: ValueField; layout: Layout }): ValueCandidate[] {
  if (!['text', 'name'].includes(field.kind)) return []
  return layout.lines.flatMap((line) =>
    line.segments.flatMap((segment) => {
      const words = nameAbove({ segment, field, layout }) ?? nameBefore({ segment, field })
      return words ? [toCandidate({ field, words, pageIndex: segment.pageIndex })] : []
    }),
  )
}

function nameAbove({
  segment,
  field,
  layout,
}: {
  segment: Segment
  field: ValueField
  layout: Layout
}): Word[] | null {
  if (!isRole(segment) || !names({ role: segment.text.replace(asRole, ''), field })) return null
  const lines = layout.pages[segment.pageIndex]?.lines ?? []
  const above = lines
    .flatMap((line) => line.segments)
    .filter((other) => bottomOf(other.box) <= segment.box.y + segment.box.height / 2)
    .filter((other) => horizontalOverlap({ a: other.box, b: segment.box }) > 0.5)
    .sort((a, b) => b.box.y - a.box.y)[0]
  return above && /\p{Lu}/u.test(above.text) ? above.words : null
}

function nameBefore({ segment, field }: { segment: Segment; field: ValueField }): Word[] | null {
  const text = textOf(segment.words)
  const match = /^(.{3,80}?),?\s+(?:as\s+([\p{L} ]{3,40})|\((?:the\s+)?["“”']([^"“”']{3,40})["“”']\))/u.exec(
    text,
  )
  const role = match?.[2] ?? match?.[3]
  if (!match || role === undefined || !names({ role, field })) return null
  const name = (match[1] ?? '').split(/,\s+an?\s+/)[0] ?? ''
  let at = 0
  const before = segment.words.filter((word) => {
    const from = at
    at += word.text.length + 1
    return from < name.length
  })
  return nameAtEnd(before)
}

const nameWord = /^["“(]?[\p{Lu}\d&]|^(?:of|de|del|la|von|van|der|den|y|e|et|und)$/u

/** `between Brightwater Homes LLC`: of a sentence, the words at its end that a name is made of. */
function nameAtEnd(words: Word[]): Word[] | null {
  const last = words.findLastIndex((word) => !nameWord.test(word.text))
  const named = words.slice(last + 1)
  const start = named.findIndex((word) => /^["“(]?[\p{Lu}\d]/u.test(word.text))
  return start < 0 ? null : named.slice(start)
}

/** A role is named in full: `Agent` alone is not the `Syndication Agent`. */
function names({ role, field }: { role: string; field: ValueField }): boolean {
  const printed = [...new Set(toTokens(role))].sort().join(' ')
  return field.phrases.some(({ tokens }) => [...new Set(tokens)].sort().join(' ') === printed)
}

function toCandidate({
  field,
  words,
  pageIndex,
}: {
  field: ValueField
  words: Word[]
  pageIndex: number
}): ValueCandidate {
  const value = textOf(words).replace(/[\s,;]+$/, '')
  const found = toFound({ read: { value, words, quality: 1 }, pageIndex, score: roleScore })
  return { field, found, words, score: roleScore }
}
