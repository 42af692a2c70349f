import { textOf } from '@/engine/extract/layout/word-text'
import { conceptsOf, type InCell } from '@/engine/extract/paper/concepts'
import type { FeatureList } from '@/engine/extract/ranking/hash'
import { memoizeByRef } from '@/engine/extract/vocabulary/memoize-by-ref'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'

const longestKey = 28

/** The labels of many candidates are the same words. */
const keyOf = memoizeByRef((word: Word) => toTextKey(word.text))

type Label = {
  features: FeatureList
  name: string
  label: InCell | undefined
  detail: 'concepts' | 'words' | 'letters'
}

/** What the words of a label or heading say: its concepts, the whole, its words and groups of letters. */
export function addLabel({ features, name, label, detail }: Label): void {
  if (!label || label.words.length === 0) {
    features.add(name, ':none')
    return
  }
  const named = conceptsOf(label)
  for (const { concept, isWhole } of named) {
    features.add(name, ':c:', concept)
    features.add(name, ':c:', concept, isWhole ? ':whole' : ':part')
  }
  if (detail === 'concepts') {
    if (named.length === 0) features.add(name, ':c:none')
    return
  }
  const keys = label.words.map(keyOf).filter((key) => /\p{L}/u.test(key))
  const whole = keys.join('').slice(0, longestKey)
  features.add(name, ':k:', whole)
  for (const key of keys) features.add(name, ':w:', key)
  if (detail === 'letters') features.addGrams({ name: `${name}:g:`, text: whole })
  features.add(name, ':colon:', /[:：]$/.test(textOf(label.words)))
  features.add(name, ':words:', Math.min(keys.length, 6))
  features.add(name, ':known:', named.length > 0)
}

type Row = { features: FeatureList; name: string; text: string; most?: number }

/** The words of a whole line, as a bag. */
export function addRow({ features, name, text, most = 10 }: Row): void {
  if (text === '') return
  const keys = text
    .split(/\s+/)
    .map(toTextKey)
    .filter((key) => /\p{L}/u.test(key))
  for (const key of keys.slice(0, most)) features.add(name, ':', key.slice(0, 16))
}
