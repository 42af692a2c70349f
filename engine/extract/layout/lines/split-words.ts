import { findAll } from '@/engine/extract/vocabulary/find-all'
import { labelBook } from '@/engine/extract/vocabulary/label-book'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'

/** A label that recognisers, or a page without blanks, join to its value: `InvoiceNo.4471`, `Datum:12.03.2026`, `TOTAL8.60`. */
const fused = /^([\p{L}][\p{L}\p{M}.'’°º#№&/()]*?[:：.#°º№]?)((?:[$€£¥]|RM|[A-Z]{1,4}[-/])?\p{Nd}.*)$/u
/** Other words are neither split at a colon nor before a figure. */
const mayBeSplit = /[:：\p{Nd}]/u

/** Words that hold a label or a value, not both. */
export function splitWords(words: Word[]): Word[] {
  return words.flatMap((word) => (mayBeSplit.test(word.text) ? splitAtColon(word).flatMap(splitLabel) : word))
}

const endOfLabel = /[:：](?<=\p{L}[^:：/]*[:：])(?=[^/:：])/gu

/** `Total:8.60` is a label and a value; times and web addresses stay whole. */
function splitAtColon(word: Word): Word[] {
  const colon = findAll({ pattern: endOfLabel, text: word.text }).at(-1)
  if (!colon) return [word]
  const end = colon.index + 1
  return cut({ word, label: word.text.slice(0, end), value: word.text.slice(end) })
}

/** Only what is a whole label of the vocabulary is split off: codes have letters before their figures, too. */
function splitLabel(word: Word): Word[] {
  if (!/\p{L}{2}/u.test(word.text) || !/\p{Nd}/u.test(word.text)) return [word]
  const [, label, value] = fused.exec(word.text) ?? []
  if (label === undefined || value === undefined) return [word]
  const key = toTextKey(label)
  const isLabel = key.length >= 2 && labelBook.exact(key).length > 0
  return isLabel && (key.length > 3 || /[:.#°º№]$/.test(label)) ? cut({ word, label, value }) : [word]
}

function cut({ word, label, value }: { word: Word; label: string; value: string }): Word[] {
  const share = label.length / word.text.length
  const { x, y, width, height } = word.box
  return [
    { ...word, text: label, box: { x, y, width: width * share, height } },
    { ...word, text: value, box: { x: x + width * share, y, width: width * (1 - share), height } },
  ]
}
