import type { ReadingContext } from '../context'
import { toFound } from '../found'
import type { Layout } from '../layout/layout'
import type { ListField, ValueField } from '../schema/schema-field'
import { readKind } from '../values/read-kind'
import { nameCell } from './head-cells'
import { type LabelledValue, labelledValuesOf } from './labelled-values'
import type { ListRow } from './read-cells'

type Named = LabelledValue & { field: ValueField }

const leastSimilarity = 0.8
const score = 0.8

/** Items one below the other, each with the names of its values: a name that comes again begins the next item. */
export function readGroups(input: { layout: Layout; context: ReadingContext; list: ListField }): ListRow[] {
  const { layout, context, list } = input
  const lines = layout.pages.flatMap((page) => page.lines.map((line) => namedOf({ line, page, list })))
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
  return isRegular ? groups.map((group) => toRow({ group, context })) : []
}

/** Items side by side would be mixed up. */
function hasDoubles(named: Named[]): boolean {
  return new Set(named.map(({ field }) => field)).size < named.length
}

function namedOf({ line, page, list }: Pick<LabelledValue, 'line' | 'page'> & { list: ListField }): Named[] {
  return labelledValuesOf({ line, page }).flatMap((value) => {
    const [best] =
      value.words.length > 0 && value.label.endsWith(':') ? nameCell({ text: value.label, list }) : []
    return best?.field && best.similarity >= leastSimilarity ? [{ ...value, field: best.field }] : []
  })
}

function toRow({ group, context }: { group: Named[]; context: ReadingContext }): ListRow {
  return new Map(
    group.flatMap(({ field, words, line }) => {
      const read = readKind({ field, words, context })
      return read
        ? [[field, toFound({ read, pageIndex: line.pageIndex, score: score * read.quality })] as const]
        : []
    }),
  )
}
