/**
 * What a document is found by, and how a search is asked: text is cut the same way for both, so that a word of the
 * search is the beginning of a word of the document. Signs and spaces inside a number do not count (`F001-123`,
 * `f001 123`), nor do accents and capitals.
 */
const longestWord = 40
/** Beyond these a document is found by what stands first in it. */
const maxWords = 4000

/** Any part of a number this long is found, four digits of it at least: people remember how it ends. */
const longNumber = 5
const shortestEnd = 4

/** What a result says about its values: where each was read, and what the checks found. */
const besides = new Set(['_evidence', '_validation'])

export function searchWords(found: { name: string; metadata: unknown; result: unknown }): string[] {
  const words = new Set<string>()
  for (const text of textsOf([found.name, found.metadata, found.result])) {
    for (const chunk of chunksOf(text)) for (const word of beginnings(chunk)) words.add(word)
    if (words.size >= maxWords) break
  }
  return [...words].slice(0, maxWords)
}

/** A search in the words of a text query of Postgres (`tsquery`). */
export type SearchQuery = {
  /** Answered by the index; null where there is nothing to look for. */
  indexed: string | null
  /** Compared document by document: beginnings so short that the index would have to read most of itself. */
  compared: string | null
}

/** A short word beside longer ones is a beginning like these; alone it has to be a whole word. */
export function toSearchQuery(text: string): SearchQuery {
  const words = chunksOf(text).map((parts) => parts.join('').slice(0, longestWord))
  const long = words.filter((word) => !isShort(word))
  const short = words.filter(isShort)
  if (long.length === 0) return { indexed: and(short.map(quoted)), compared: null }
  return { indexed: and(long.map(beginning)), compared: and(short.map(beginning)) }
}

const isShort = (word: string) => /^[a-z0-9]{1,2}$/.test(word)
/** Words are letters and digits alone, so nothing in them needs an escape. */
const quoted = (word: string) => `'${word}'`
const beginning = (word: string) => `'${word}':*`
const and = (terms: string[]) => (terms.length > 0 ? terms.join(' & ') : null)

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number') yield asPrinted(value)
  else if (Array.isArray(value)) for (const one of value) yield* textsOf(one)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) if (!besides.has(key)) yield* textsOf(one)
  }
}

/** `1234.5` is an amount and printed `1,234.50`; the same digits begin both. */
function asPrinted(value: number): string {
  const printed = value.toFixed(2)
  return Number(printed) === value ? printed : String(value)
}

/** A stretch of words, numbers and single signs of scripts that put no spaces between words. */
const part = /\p{Nd}+|\p{Lo}|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}/gu

/** What stands between spaces, as its letters and digits: `2026_FacturaEnero.pdf` is `2026 factura enero pdf`. */
function chunksOf(text: string): string[][] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .split(/\s+/)
    .map((chunk) => (chunk.match(part) ?? []).map((piece) => piece.toLowerCase()))
    .filter((parts) => parts.length > 0)
}

/** The chunk from each place where somebody may begin to type it. */
function* beginnings(parts: string[]): Generator<string> {
  const whole = parts.join('')
  let at = 0
  for (const piece of parts) {
    for (const offset of startsIn(piece)) yield whole.slice(at + offset, at + offset + longestWord)
    at += piece.length
  }
}

function startsIn(piece: string): number[] {
  if (!/^\d+$/.test(piece)) return [0]
  const zeros = piece.length - piece.replace(/^0+(?=\d)/, '').length
  const ends = piece.length < longNumber ? 0 : piece.length - shortestEnd
  return [...new Set([zeros, ...Array.from({ length: ends + 1 }, (_, offset) => offset)])]
}
