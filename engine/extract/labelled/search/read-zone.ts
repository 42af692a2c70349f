import { textOf } from '@/engine/extract/layout/word-text'
import type { ValueField } from '@/engine/extract/schema/schema-field'
import type { ReadingContext } from '@/engine/extract/values/context'
import { readBoolean, readChoice } from '@/engine/extract/values/read-choice'
import { readKind, type SchemaValue } from '@/engine/extract/values/read-kind'
import { toTextKey } from '@/engine/extract/vocabulary/text-key'
import type { Word } from '@/engine/readers/reading'
import { markOf, readOptions } from './ticks'
import type { Zone } from './zones'

/** A value that a zone may say, and how much of the zone says it. */
export type ZoneRead = {
  value: SchemaValue
  words: Word[]
  quality: number
  /** How it was cut out: a whole line, several, up to a mark, a ticked box. */
  cut: string
}

const textKinds = new Set(['text', 'name', 'address', 'title', 'code', 'phone', 'uri', 'iban'])
const mostWords = 40

/** The values of a field's kind that stand in a zone. */
export function readZone({
  field,
  zone,
  context,
}: {
  field: ValueField
  zone: Zone
  context: ReadingContext
}): ZoneRead[] {
  if (field.kind === 'boolean') return readYes({ zone })
  const ticked = readTicked({ field, zone })
  if (ticked) return ticked
  if (zone.relation === 'mark') return []
  if (field.kind === 'choice') return readWord({ field, zone })
  const [first = []] = zone.lines
  const words =
    zone.relation === 'said' ? [...first, ...(zone.lines[1] ?? [])].slice(0, 14) : first.slice(0, mostWords)
  const reads: ZoneRead[] = []
  const read = readKind({ field, words, context })
  if (read) reads.push({ ...read, cut: 'kind' })
  if (!read && field.kind === 'percentage') {
    const figure = readKind({ field: { ...field, kind: 'number' }, words, context })
    if (figure) reads.push({ ...figure, cut: 'figure' })
  }
  if (textKinds.has(field.kind)) reads.push(...readTexts({ field, zone }))
  return withoutDoubles(reads.filter(({ value }) => !isBlank(value)))
}

function readYes({ zone }: { zone: Zone }): ZoneRead[] {
  if (zone.relation === 'mark') {
    const mark = markOf(zone.row)
    return mark ? [{ value: mark === 'on', words: zone.row, quality: 1, cut: 'mark' }] : []
  }
  const boxes = readOptions(zone.row)
  const ticked = boxes?.options.find(({ isTicked }) => isTicked)
  if (boxes && ticked) {
    const read = readBoolean(ticked.words)
    return read ? [{ ...read, words: ticked.words, cut: boxes.isSure ? 'ticked' : 'ticked alone' }] : []
  }
  const [first = []] = zone.lines
  const mark = markOf(first)
  if (mark) return [{ value: mark === 'on', words: first, quality: 1, cut: 'box' }]
  const read = readBoolean(first)
  return read ? [{ ...read, cut: first.length === 1 ? 'whole' : 'begin' }] : []
}

/** The ticked one of a row of boxes; an empty list where boxes say something else, null where there are none. */
function readTicked({ field, zone }: { field: ValueField; zone: Zone }): ZoneRead[] | null {
  const boxes = readOptions(zone.row)
  if (!boxes || (boxes.options.length < 2 && !boxes.isSure)) return null
  const ticked = boxes.options.find(({ isTicked }) => isTicked)
  if (!ticked) return null
  const key = toTextKey(textOf(ticked.words))
  const cut = boxes.isSure ? 'ticked' : 'ticked alone'
  if (field.kind === 'choice') {
    const choice = field.choices.find((one) => toTextKey(String(one)) === key)
    return choice === undefined ? [] : [{ value: choice, words: ticked.words, quality: 1, cut }]
  }
  if (!textKinds.has(field.kind) || !boxes.isSure) return null
  return [{ value: textOf(ticked.words), words: ticked.words, quality: 1, cut }]
}

function readWord({ field, zone }: { field: ValueField; zone: Zone }): ZoneRead[] {
  const [first = []] = zone.lines
  const read = readChoice({ words: first.slice(0, 14), choices: field.choices })
  if (!read) return []
  const isWhole = toTextKey(textOf(first)) === toTextKey(String(read.value))
  const isFirst = read.words[0] === first[0]
  return [{ ...read, cut: isWhole ? 'whole' : isFirst ? 'begin' : 'inside' }]
}

function readTexts({ field, zone }: { field: ValueField; zone: Zone }): ZoneRead[] {
  const [first = [], ...more] = zone.lines
  const reads: ZoneRead[] = []
  const add = (lines: Word[][], cut: string) => {
    const words = lines.flat()
    const value = joinLines(lines)
    if (words.length <= mostWords && /[\p{L}\p{N}]/u.test(value))
      reads.push({ value, words, quality: 1, cut })
  }
  if (zone.relation !== 'said') add([first], 'whole')
  for (const end of cutsOf(first)) add([first.slice(0, end.at)], end.name)
  if (zone.relation === 'said') {
    const joined = [...first, ...(more[0] ?? [])]
    for (const end of cutsOf(joined).slice(0, 3)) add([joined.slice(0, end.at)], end.name)
    return reads
  }
  if (['code', 'phone', 'uri', 'iban'].includes(field.kind)) return reads
  for (let count = 1; count <= more.length; count += 1)
    add([first, ...more.slice(0, count)], `lines ${count + 1}`)
  return reads
}

/** Where a value may end within its line: before the next label, at the end of a sentence, at a comma. */
function cutsOf(words: Word[]): { at: number; name: string }[] {
  const cuts: { at: number; name: string }[] = []
  const nextColon = words.findIndex((word, at) => at > 0 && /[:：]$/.test(word.text))
  if (nextColon > 0)
    for (const back of [1, 2, 3, 0])
      if (nextColon - back > 0) cuts.push({ at: nextColon - back, name: `label ${back}` })
  const sentence = words.findIndex(
    (word, at) =>
      /\p{L}{2}\.$|\d\.$|[;)]$/u.test(word.text) &&
      at < words.length - 1 &&
      /^\p{Lu}/u.test(words[at + 1]?.text ?? ''),
  )
  if (sentence >= 0) cuts.push({ at: sentence + 1, name: 'sentence' })
  const comma = words.findIndex((word, at) => /[,;|]$/.test(word.text) && at < words.length - 1)
  if (comma >= 0) cuts.push({ at: comma + 1, name: 'comma' })
  if (sentence < 0 && comma < 0 && words.length > 0 && /[.]$/.test(words.at(-1)?.text ?? ''))
    cuts.push({ at: words.length, name: 'end' })
  return cuts
}

function joinLines(lines: Word[][]): string {
  const text = lines
    .map((words) => textOf(words))
    .reduce((all, line) => (/[,;:-]$/.test(all) ? `${all} ${line}` : `${all}\n${line}`))
  return trimMarks(text)
}

function trimMarks(text: string): string {
  return text.replace(/^[\s:：=–—|•·,;.…-]+(?=\S)/u, '').replace(/(?<![\s,;:|])[\s,;:|]+$/u, '')
}

const blank = /^(?:n\/?a|none|nil|not applicable|[-–—_.\s]*|keine?|ninguno|aucun)$/i

function isBlank(value: SchemaValue): boolean {
  return typeof value === 'string' && blank.test(value)
}

function withoutDoubles(reads: ZoneRead[]): ZoneRead[] {
  const seen = new Set<string>()
  return reads.filter(({ value }) => {
    const key = typeof value === 'string' ? toTextKey(value) : String(value)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
