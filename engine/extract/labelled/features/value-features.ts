import type { ValueField } from '@/engine/extract/schema/schema-field'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Candidate, Search } from '../search/collect'

/** What a value looks like, and how it is cut out of its surroundings. */
export function valueFeatures({
  search,
  field,
  candidate,
}: {
  search: Search
  field: ValueField
  candidate: Candidate
}): string[] {
  const { read, zone } = candidate
  const text = read.words.map((word) => word.text).join(' ')
  const value = typeof read.value === 'string' ? read.value : text
  const shape = shapeOf(value)
  const [name] = field.phrases
  const head = name?.tokens.at(-1) ?? ''
  const all = zone.lines[0]?.length ?? 0
  const digits = value.replace(/\D/g, '').length
  const nextWord = zone.lines[0]?.[read.words.length]?.text ?? ''
  const count = search.counts.get(toTextKey(value)) ?? 0
  return [
    `shape:${shape}`,
    `head:${head}:${shape}`,
    `length:${Math.min(10, read.words.length)}`,
    `letters:${Math.min(10, Math.floor(value.length / 5))}`,
    `digits:${digits === 0 ? 0 : Math.ceil((4 * digits) / value.length)}`,
    `quality:${Math.round(read.quality * 5)}`,
    `ends:${/[:：]$/.test(text)}:${/[,.;]$/.test(text)}`,
    `has:${/:\s/.test(text)}:${/[.;]\s\p{Lu}/u.test(text)}`,
    `begins:${/^\p{Ll}/u.test(text)}:${/^[^\p{L}\p{N}]/u.test(text)}`,
    `rest:${Math.min(6, Math.max(-1, all - read.words.length))}:${read.cut}`,
    `starts:${zone.lines[0]?.indexOf(read.words[0] ?? noWord) === 0}`,
    `then:${nextWord === '' ? 'end' : shapeOf(nextWord)}:${read.cut}`,
    `count:${Math.min(3, count)}`,
    `pattern:${field.pattern ? field.pattern.test(String(read.value)) : 'no'}`,
    `example:${field.shapes.length > 0 ? field.shapes.some((one) => one.test(value)) : 'no'}`,
    `described:${field.description.includes(value) && value.length > 2}`,
  ]
}

const noWord = { text: '', box: { x: 0, y: 0, width: 0, height: 0 }, confidence: 0, origin: 'text' as const }

/** `John Smith` is `Aa Aa`, `AB-123` `X9`. */
function shapeOf(text: string): string {
  return text
    .split(/\s+/)
    .slice(0, 4)
    .map((word) => {
      if (/\d/.test(word)) return /\p{L}/u.test(word) ? 'X9' : '9'
      if (/^\p{Lu}\p{Ll}/u.test(word)) return 'Aa'
      if (/^\p{Lu}+\W*$/u.test(word)) return 'A'
      return /\p{L}/u.test(word) ? 'a' : '-'
    })
    .join(' ')
}
