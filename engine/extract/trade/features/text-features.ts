import { textOf } from '@/engine/extract/layout/word-text'
import { conceptsOf, type InCell } from '@/engine/extract/paper/concepts'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'

const longestKey = 28

/** The labels of many candidates are the same words. */
const keyOf = memoizeByRef((word: Word) => toTextKey(word.text))

export type Detail = 'concepts' | 'words' | 'letters'

/** What the words of a label or heading say: its concepts, the whole, its words and groups of letters. */
export function featuresOfLabel({
  prefix,
  label,
  detail,
}: {
  prefix: string
  label: InCell | undefined
  detail: Detail
}): string[] {
  if (!label || label.words.length === 0) return [`${prefix}:none`]
  const named = conceptsOf(label).flatMap(({ concept, isWhole }) => [
    `${prefix}:c:${concept}`,
    `${prefix}:c:${concept}:${isWhole ? 'whole' : 'part'}`,
  ])
  if (detail === 'concepts') return named.length > 0 ? named : [`${prefix}:c:none`]
  const keys = label.words.map(keyOf).filter((key) => /\p{L}/u.test(key))
  const whole = keys.join('').slice(0, longestKey)
  return [
    ...named,
    `${prefix}:k:${whole}`,
    ...keys.map((key) => `${prefix}:w:${key}`),
    ...(detail === 'letters' ? gramsOf({ text: whole, prefix: `${prefix}:g` }) : []),
    `${prefix}:colon:${/[:：]$/.test(textOf(label.words))}`,
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
