import { letterSetOf, lettersApart } from './letter-set'
import { toTextKey } from './text-key'
import { labelsOf } from './vocabulary'

export type LabelBook = {
  /** The concepts that a label names, by its text key. */
  concepts: Map<string, string[]>
  /** Keys by their length, for the search that forgives misread letters. */
  keysByLength: Map<number, { key: string; letters: number }[]>
  longestKey: number
  /** The first letters of every key, to pass over the words that begin none. */
  beginnings: Set<string>
}

/** All labels of some concepts by text key. */
export function buildLabelBook(concepts: string[]): LabelBook {
  const known = new Map<string, string[]>()
  for (const concept of concepts)
    for (const key of keysOf(concept).filter((one) => one !== ''))
      known.set(key, [...new Set([...(known.get(key) ?? []), concept])])
  return { concepts: known, ...indexByLength([...known.keys()]) }
}

const keysByConcept = new Map<string, string[]>()

/** Text keys of a concept's labels; the vocabulary is fixed, so they are worked out once and not for each document. */
function keysOf(concept: string): string[] {
  const keys = keysByConcept.get(concept) ?? labelsOf(concept).map(toTextKey)
  keysByConcept.set(concept, keys)
  return keys
}

function indexByLength(keys: string[]): Omit<LabelBook, 'concepts'> {
  const keysByLength: LabelBook['keysByLength'] = new Map()
  for (const key of keys) {
    const sameLength = keysByLength.get(key.length) ?? []
    sameLength.push({ key, letters: letterSetOf(key) })
    keysByLength.set(key.length, sameLength)
  }
  return {
    keysByLength,
    longestKey: Math.max(0, ...keysByLength.keys()),
    beginnings: new Set(keys.map((key) => key.slice(0, beginningLetters))),
  }
}

/** Enough to tell most words from labels. */
const beginningLetters = 4

/** Whether a label may begin with this key, letter for letter. */
export function canBeginLabel({ book, key }: { book: LabelBook; key: string }): boolean {
  return key.length < beginningLetters || book.beginnings.has(key.slice(0, beginningLetters))
}

/** The concepts that a text key names; with `isForgiving`, also of labels that differ by a misread letter or two. */
export function lookUpLabel({
  book,
  key,
  isForgiving,
}: {
  book: LabelBook
  key: string
  isForgiving: boolean
}): string[] {
  const exact = book.concepts.get(key)
  if (exact) return exact
  if (!isForgiving) return []
  const unconfused = book.concepts.get(withoutConfusedDigits(key))
  if (unconfused || key.length < 5) return unconfused ?? []
  const allowed = key.length < 10 ? 1 : 2
  const letters = letterSetOf(key)
  for (let length = key.length - allowed; length <= key.length + allowed; length += 1) {
    for (const candidate of book.keysByLength.get(length) ?? []) {
      if (lettersApart(letters, candidate.letters) > 2 * allowed) continue
      if (isWithinEdits({ a: key, b: candidate.key, allowed })) return book.concepts.get(candidate.key) ?? []
    }
  }
  return []
}

/** Digits that OCR reads for letters: `T0TAL`, `1GST`. */
function withoutConfusedDigits(key: string): string {
  return /\p{L}/u.test(key) ? key.replace(/0/g, 'o').replace(/1/g, 'i').replace(/5/g, 's') : key
}

/** Levenshtein distance, given up as soon as it exceeds what is allowed. */
export function isWithinEdits({ a, b, allowed }: { a: string; b: string; allowed: number }): boolean {
  if (Math.abs(a.length - b.length) > allowed) return false
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    if (Math.min(...current) > allowed) return false
    previous = current
  }
  return (previous[b.length] ?? 0) <= allowed
}
