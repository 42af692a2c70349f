import { memoizeByRef } from '../vocabulary/memoize-by-ref'
import { softMatch } from '../vocabulary/soft-match'
import { toTextKey } from '../vocabulary/text-key'
import { isDistinctive, toTokens } from '../vocabulary/tokens'
import type { ValueField } from './schema-field'

/** How printed words name a field: by its best phrase, and by its description. */
export type NameMatch = {
  /** 0 to 1: what the words and the phrase share, against what either says besides. */
  score: number
  isExact: boolean
  /** Share of the printed words that the phrase has; and of the phrase that is printed. */
  precision: number
  recall: number
  /** How far the phrase itself is believed: 1 for names and titles, less for words of the description. */
  trust: number
  /** Share of the printed words that the description has. */
  about: number
  /** Canonical words of the label that the phrase has not, and of the phrase that the label has not. */
  extra: string[]
  missing: string[]
}

export type LabelWords = {
  key: string
  tokens: string[]
  /** What is left without brackets, and each half of a label in two languages. */
  parts: LabelWords[]
}

const wordsByText = new Map<string, LabelWords>()

/** Printed words in the form they are compared in. */
export function toLabelWords(text: string): LabelWords {
  const known = wordsByText.get(text)
  if (known) return known
  if (wordsByText.size > 100_000) wordsByText.clear()
  const bare = text.replace(/\([^)]*\)?/g, ' ').trim()
  const halves = text.split(/\s\/\s|(?<=\p{L}{3})\/(?=\p{L}{3})/u)
  const parts = [...(bare !== text.trim() ? [bare] : []), ...(halves.length === 2 ? halves : [])]
  const made = { ...toWords(text), parts: parts.filter(hasLetters).map(toWords) }
  wordsByText.set(text, made)
  return made
}

function toWords(text: string): LabelWords {
  const tokens = [...new Set(toTokens(text).filter((token) => !/^\d+$/.test(token)))]
  return { key: toTextKey(text).replace(/^\d+(?=\p{L})/u, ''), tokens, parts: [] }
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text)
}

const formWeight = 0.35

function weightOf(token: string): number {
  return isDistinctive(token) ? 1 : formWeight
}

const descriptionKeyOf = memoizeByRef((field: ValueField) => toTextKey(field.description))
const aboutOf = memoizeByRef((field: ValueField) => [...field.about])

/** All canonical words that may name a field. */
export const tokensOf = memoizeByRef((field: ValueField): string[] => [
  ...new Set([...field.phrases.flatMap(({ tokens }) => tokens), ...field.about]),
])

export function matchName({ label, field }: { label: LabelWords; field: ValueField }): NameMatch | null {
  let best: NameMatch | null = null
  for (const phrase of field.phrases) {
    const wanted = [...new Set(phrase.tokens)]
    for (const one of [label, ...label.parts]) {
      const match = compare({ label: one, wanted, key: phrase.key, trust: phrase.weight })
      // The whole goes before its parts where they say the same.
      const worth = one === label ? (match?.score ?? 0) : (match?.score ?? 0) * 0.98
      if (match && (!best || worth > best.score)) best = { ...match, score: worth }
    }
  }
  const about = aboutShare({ label, field })
  if (best) return { ...best, about }
  if (about === 0) return null
  return {
    score: about * 0.3,
    isExact: false,
    precision: 0,
    recall: 0,
    trust: 0,
    about,
    extra: label.tokens,
    missing: field.phrases[0]?.tokens ?? [],
  }
}

function compare({
  label,
  wanted,
  key,
  trust,
}: {
  label: LabelWords
  wanted: string[]
  key: string
  trust: number
}): NameMatch | null {
  const ofLabel = label.tokens.map((token) => bestOf({ token, among: wanted }))
  const ofPhrase = wanted.map((token) => bestOf({ token, among: label.tokens }))
  const share = (tokens: string[], matches: number[]) => {
    let [all, shared] = [0, 0]
    for (const [at, token] of tokens.entries()) {
      all += weightOf(token)
      shared += weightOf(token) * (matches[at] ?? 0)
    }
    return all === 0 ? 0 : shared / all
  }
  const precision = share(label.tokens, ofLabel)
  const recall = share(wanted, ofPhrase)
  const isExact = key === label.key || (precision > 0.99 && recall > 0.99)
  if (precision + recall === 0 && !isExact) return null
  const together = isExact ? 1 : 0.92 * ((2 * precision * recall) / (precision + recall))
  return {
    score: trust * together,
    isExact,
    precision: isExact ? 1 : precision,
    recall: isExact ? 1 : recall,
    trust,
    about: 0,
    extra: isExact ? [] : label.tokens.filter((_, at) => (ofLabel[at] ?? 0) < 0.5),
    missing: isExact ? [] : wanted.filter((_, at) => (ofPhrase[at] ?? 0) < 0.5),
  }
}

function bestOf({ token, among }: { token: string; among: string[] }): number {
  let best = 0
  for (const other of among) {
    const match = softMatch({ a: token, b: other })
    if (match > best) best = match
  }
  return best
}

/** Labels that stand in a description word for word, or are made of its words. */
function aboutShare({ label, field }: { label: LabelWords; field: ValueField }): number {
  if (label.tokens.length === 0) return 0
  if (label.key.length >= 6 && descriptionKeyOf(field).includes(label.key)) return 1
  const among = aboutOf(field)
  const shared = label.tokens.filter((token) => among.includes(token))
  if (!shared.some(isDistinctive)) return 0
  const sum = (tokens: string[]) => tokens.reduce((total, token) => total + weightOf(token), 0)
  return 0.9 * (sum(shared) / sum(label.tokens))
}
