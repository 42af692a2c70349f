import { toFound } from '@/engine/extract/layout/found'
import type { ReadingContext } from '@/engine/extract/values/context'
import type { Word } from '../../../readers/reading'
import type { Segment, TextLine } from '../../layout/layout'
import { textOf } from '../../layout/word-text'
import type { Paper } from '../../paper/paper'
import type { ListField, ValueField } from '../../schema/schema-field'
import { readKind } from '../../values/read-kind'
import { nameCell } from '../heads/head-cells'
import type { ListRow } from '../read-cells'

type Named = LabelledValue & { field: ValueField }

const leastSimilarity = 0.8
const score = 0.8

/** Items one below the other, each with the names of its values: a name that comes again begins the next item. */
export function readGroups({ paper, list }: { paper: Paper; list: ListField }): ListRow[] {
  const lines = paper.lines.map((line) => namedOf({ line, list }))
  if (lines.some(hasDoubles)) return []
  const groups: Named[][] = []
  for (const named of lines.flat()) {
    const group = groups.at(-1)
    if (!group || group.some(({ field }) => field === named.field)) groups.push([named])
    else group.push(named)
  }
  const [first] = groups
  const isRegular =
    groups.length > 1 && groups.every((group) => group.length > 1 && group[0]?.field === first?.[0]?.field)
  return isRegular ? groups.map((group) => toRow({ group, context: paper.context })) : []
}

/** Items side by side would be mixed up. */
function hasDoubles(named: Named[]): boolean {
  return new Set(named.map(({ field }) => field)).size < named.length
}

function namedOf({ line, list }: { line: TextLine; list: ListField }): Named[] {
  return labelledValuesOf(line).flatMap((value) => {
    const [best] =
      value.words.length > 0 && value.label.endsWith(':') ? nameCell({ text: value.label, list }) : []
    return best?.field && best.similarity >= leastSimilarity ? [{ ...value, field: best.field }] : []
  })
}

function toRow({ group, context }: { group: Named[]; context: ReadingContext }): ListRow {
  return new Map(
    group.flatMap(({ field, words, line }) => {
      const read = readKind({ field, words, context })
      return read ? [[field, toFound({ read, page: line.page, score: score * read.quality })] as const] : []
    }),
  )
}

/** A label with what is printed behind it on its line: after its colon, or in the next cell. */
export type LabelledValue = {
  label: string
  words: Word[]
  segment: Segment
  line: TextLine
}

/** `Name: Anna`, `Name:` and `Name  Anna` of a line. */
export function labelledValuesOf(line: TextLine): LabelledValue[] {
  return line.segments.map((segment, at) => {
    const colon = segment.words.findIndex(({ text }) => text.endsWith(':'))
    const end = colon < 0 ? segment.words.length : colon + 1
    const rest = segment.words.slice(end)
    const next = line.segments[at + 1]
    const isNextLabel = next?.words.some(({ text }) => text.endsWith(':')) === true
    const words = rest.length > 0 || !next || isNextLabel ? rest : next.words
    return { label: textOf(segment.words.slice(0, end)), words, segment, line }
  })
}
