import { letterSetOf, lettersApart } from './letter-set'
import { memoizeByText } from './memoize-by-ref'
import { toTextKey } from './text-key'
import { concepts, labelsOf } from './vocabulary'

type LabelBook = {
  /** The concepts that a text key names. */
  exact: (key: string) => string[]
  /** Also of labels that differ by a misread letter or two. */
  forgiving: (key: string) => string[]
  longestKey: number
  /** Whether a label may begin with this key, letter for letter. */
  mayBegin: (key: string) => boolean
}

/** Enough to tell most words from labels. */
const beginningLetters = 4

/** All labels of some concepts. */
export function buildLabelBook(named: string[]): LabelBook {
  const known = new Map<string, string[]>()
  for (const concept of named)
    for (const key of labelsOf(concept)
      .map(toTextKey)
      .filter((one) => one !== ''))
      known.set(key, [...new Set([...(known.get(key) ?? []), concept])])
  const keys = [...known.keys()]
  const beginnings = new Set(keys.map((key) => key.slice(0, beginningLetters)))
  const exact = (key: string) => known.get(key) ?? []
  const nearest = nearestAmong(keys)
  return {
    exact,
    forgiving: memoizeByText((key) => {
      const found = known.get(key) ?? known.get(withoutConfusedDigits(key))
      return found ?? exact(key.length < 5 ? '' : nearest(key))
    }),
    longestKey: Math.max(0, ...keys.map(({ length }) => length)),
    mayBegin: (key) => key.length < beginningLetters || beginnings.has(key.slice(0, beginningLetters)),
  }
}

/** The labels of all concepts. */
export const labelBook = buildLabelBook(concepts)

/** Digits that OCR reads for letters: `T0TAL`, `1GST`. */
function withoutConfusedDigits(key: string): string {
  return /\p{L}/u.test(key) ? key.replace(/0/g, 'o').replace(/1/g, 'i').replace(/5/g, 's') : key
}

/** Finds the key that differs by a letter, or two where it is long; an empty one where there is none. */
function nearestAmong(keys: string[]): (key: string) => string {
  const byLength = new Map<number, { key: string; letters: number }[]>()
  for (const key of keys) {
    const alike = byLength.get(key.length) ?? []
    byLength.set(key.length, alike)
    alike.push({ key, letters: letterSetOf(key) })
  }
  return (key) => {
    const allowed = key.length < 10 ? 1 : 2
    const letters = letterSetOf(key)
    for (let length = key.length - allowed; length <= key.length + allowed; length += 1)
      for (const other of byLength.get(length) ?? []) {
        if (lettersApart(letters, other.letters) > 2 * allowed) continue
        if (isWithinEdits({ a: key, b: other.key, allowed })) return other.key
      }
    return ''
  }
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
