import type { ReadingContext } from '../extract/context'
import type { Layout } from '../extract/layout/layout'
import type { Word } from '../readers/reading'
import { findListHeaders } from './list-header'
import { type ListRow, readListRows } from './list-rows'
import { readPlainList } from './plain-list'
import type { ListField } from '../extract/schema/schema-field'

/** The rows of each list that is printed as a table; plain values as they follow their label. */
export function findLists({
  lists,
  layout,
  context,
}: {
  lists: ListField[]
  layout: Layout
  context: ReadingContext
}): Map<ListField, ListRow[]> {
  return new Map(
    lists.flatMap((list) => {
      const rows = readTables({ list, layout, context })
      const found = rows.length === 0 && list.isPlain ? readPlainList({ list, layout }) : rows
      return found.length > 0 ? [[list, found] as const] : []
    }),
  )
}

function readTables({
  list,
  layout,
  context,
}: {
  list: ListField
  layout: Layout
  context: ReadingContext
}): ListRow[] {
  if (list.isPlain) return []
  const headers = findListHeaders({ list, layout })
  return headers.flatMap((header) => {
    const next = headers.filter(
      ({ pageIndex, bottom }) => pageIndex === header.pageIndex && bottom > header.bottom,
    )
    const end = Math.min(
      Number.POSITIVE_INFINITY,
      ...next.map(({ columns }) => Math.min(...columns.map(({ box }) => box.y))),
    )
    return readListRows({ list, header, end, layout, context })
  })
}

/** All words of a page that lie inside the boxes of rows: they are not there for single values. */
export function wordsOfLists({
  lists,
  layout,
}: {
  lists: Map<ListField, ListRow[]>
  layout: Layout
}): Set<Word> {
  const founds = [...lists.values()].flat().flatMap((row) => [...row.values()])
  const words = layout.lines.flatMap((line) =>
    line.segments.flatMap((segment) => segment.words.map((word) => ({ word, pageIndex: line.pageIndex }))),
  )
  return new Set(
    words
      .filter(({ word, pageIndex }) =>
        founds.some(
          ({ box, pageIndex: at }) =>
            at === pageIndex &&
            word.box.x >= box.x - 1 &&
            word.box.y >= box.y - 1 &&
            word.box.x + word.box.width <= box.x + box.width + 1 &&
            word.box.y + word.box.height <= box.y + box.height + 1,
        ),
      )
      .map(({ word }) => word),
  )
}
