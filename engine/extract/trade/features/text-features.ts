import type { Segment } from '@/engine/extract/layout/layout'
import { textOf } from '@/engine/extract/layout/word-text'
import { conceptsOf, type Paper } from '@/engine/extract/paper/paper'
import { oncePer } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'

const longestKey = 28

/** The labels of many candidates are the same words. */
const keyOf = oncePer((word: Word) => toTextKey(word.text))

/** What the words of a label or heading say: its concepts, the whole, its words and groups of letters. */
export function featuresOfLabel({
  prefix,
  words,
  segment,
  paper,
  detail,
}: {
  prefix: string
  words: Word[]
  segment: Segment | null
  paper: Paper
  detail: 'concepts' | 'words' | 'letters'
}): string[] {
  if (words.length === 0) return [`${prefix}:none`]
  const keys = words.map(keyOf).filter((key) => /\p{L}/u.test(key))
  const whole = keys.join('').slice(0, longestKey)
  const named = conceptsOf({ words, segment, paper }).flatMap(({ concept, isWhole }) => [
    `${prefix}:c:${concept}`,
    `${prefix}:c:${concept}:${isWhole ? 'whole' : 'part'}`,
  ])
  if (detail === 'concepts') return named.length > 0 ? named : [`${prefix}:c:none`]
  const letters = detail === 'letters' ? gramsOf({ text: whole, prefix: `${prefix}:g` }) : []
  return [
    ...named,
    `${prefix}:k:${whole}`,
    ...keys.map((key) => `${prefix}:w:${key}`),
    ...letters,
    `${prefix}:colon:${/[:：]$/.test(textOf(words))}`,
    `${prefix}:words:${Math.min(keys.length, 6)}`,
    `${prefix}:known:${named.length > 0}`,
  ]
}

/** Groups of four letters; the first and the last are marked. */
export function gramsOf({ text, prefix }: { text: string; prefix: string }): string[] {
  const padded = `^${text}$`
  const grams: string[] = []
  for (let at = 0; at + 4 <= padded.length; at += 1) grams.push(`${prefix}:${padded.slice(at, at + 4)}`)
  return grams
}

/** The words of a whole line, as a bag. */
export function featuresOfRow({ prefix, text }: { prefix: string; text: string }): string[] {
  return text
    .split(/\s+/)
    .map(toTextKey)
    .filter((key) => /\p{L}/u.test(key))
    .slice(0, 10)
    .map((key) => `${prefix}:${key.slice(0, 16)}`)
}
