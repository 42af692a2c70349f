import { toTextKey } from '../vocabulary/text-key'
import { isDistinctive, toTokens } from '../vocabulary/tokens'
import type { Phrase, ValueField } from './schema-field'

/** A label less similar than this to every phrase of a field names something else. */
export const minSimilarity = 0.5

type WordWeights = {
  /** How much a word tells fields apart: one that many of them share tells little. */
  weigh: (token: string) => number
  /** Whether a single field is named with this word. */
  isUnique: (token: string) => boolean
}

/** For comparing with one field alone. */
export const evenWeights: WordWeights = { weigh: () => 1, isUnique: () => false }

/** A label that only says what kind of value it is (`Date`) names the one field of that kind. */
const soleSimilarity = 0.55

export function weighWords(named: { phrases: Phrase[] }[]): WordWeights {
  const counts = new Map<string, number>()
  for (const { phrases } of named) {
    for (const token of new Set(phrases.slice(0, 4).flatMap((phrase) => phrase.tokens))) {
      counts.set(token, (counts.get(token) ?? 0) + 1)
    }
  }
  return {
    weigh: (token) => (isDistinctive(token) ? 1 / (1 + Math.log2(counts.get(token) ?? 1)) : 0.35),
    isUnique: (token) => counts.get(token) === 1,
  }
}

/** A printed label in the form it is compared in, worked out once for all fields; of `AGENT/AGENCY` also each half. */
export type LabelText = { key: string; tokens: string[] }[]

export function toLabelText(label: string): LabelText {
  const parts = [label, ...(label.includes('/') ? label.split('/') : [])]
  return parts
    .map((part) => ({
      key: toTextKey(part),
      tokens: [...new Set(toTokens(part).filter((token) => !/^\d+$/.test(token)))],
    }))
    .filter(({ key, tokens }) => key !== '' && tokens.length > 0)
}

/**
 * How well a printed label names a field, 0 to 1: 1 for its very words, less for some of them or for words of its
 * description.
 */
export function compareLabel({
  label,
  field,
  weights,
}: {
  label: LabelText
  field: Pick<ValueField, 'phrases' | 'about' | 'description'>
  weights: WordWeights
}): number {
  const similarities = label.flatMap(({ key, tokens }) => [
    ...field.phrases.map((phrase) => comparePhrase({ key, tokens, phrase, weights })),
    compareDescription({ key, tokens, field, weights }),
  ])
  return Math.max(0, ...similarities)
}

function comparePhrase({
  key,
  tokens,
  phrase,
  weights,
}: {
  key: string
  tokens: string[]
  phrase: Phrase
  weights: WordWeights
}): number {
  const wanted = [...new Set(phrase.tokens)]
  const shared = tokens.filter((token) => wanted.includes(token))
  if (key === phrase.key || (shared.length === tokens.length && shared.length === wanted.length))
    return phrase.weight
  if (!shared.some(isDistinctive)) {
    const isSole = shared.length === tokens.length && shared.some(weights.isUnique)
    return isSole ? soleSimilarity * phrase.weight : 0
  }
  const precision = sum({ tokens: shared, weights }) / sum({ tokens, weights })
  const recall = sum({ tokens: shared, weights }) / sum({ tokens: wanted, weights })
  return phrase.weight * 0.9 * ((2 * precision * recall) / (precision + recall))
}

/** A label that stands in the description word for word, or is made of its words. */
function compareDescription({
  key,
  tokens,
  field,
  weights,
}: {
  key: string
  tokens: string[]
  field: Pick<ValueField, 'about' | 'description'>
  weights: WordWeights
}): number {
  if (key.length >= 8 && toTextKey(field.description).includes(key)) return 0.75
  const shared = tokens.filter((token) => field.about.has(token))
  if (shared.length < 2 || !shared.some(isDistinctive)) return 0
  return 0.7 * (sum({ tokens: shared, weights }) / sum({ tokens, weights }))
}

function sum({ tokens, weights }: { tokens: string[]; weights: WordWeights }): number {
  return tokens.reduce((total, token) => total + weights.weigh(token), 0)
}
