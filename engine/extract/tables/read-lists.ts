import type { Box, Word } from '../../readers/reading'
import type { ReadingContext } from '../context'
import type { Found } from '../found'
import { bottomOf, rightOf } from '../layout/box'
import type { Layout, LayoutPage } from '../layout/layout'
import { segmentsWithin } from '../layout/segments-by-height'
import type { ListField, ValueField } from '../schema/schema-field'
import type { SchemaValue } from '../values/read-kind'

export type ListRow = Map<ValueField, Found<SchemaValue>>

/** The rows of each list that the document shows; a list that is not there has no entry. */
export function readLists(_input: {
  layout: Layout
  context: ReadingContext
  lists: ListField[]
}): Map<ListField, ListRow[]> {
  return new Map()
}

/** All words inside the cells of rows: they are not there for single values. */
export function wordsOfLists(rows: Map<ListField, ListRow[]>, layout: Layout): Set<Word> {
  const founds = [...rows.values()].flat().flatMap((row) => [...row.values()])
  return new Set(
    layout.pages.flatMap((page, pageIndex) => {
      const boxes = founds.filter((found) => found.pageIndex === pageIndex).map(({ box }) => box)
      return boxes.length === 0 ? [] : wordsInside({ page, boxes })
    }),
  )
}

function wordsInside({ page, boxes }: { page: LayoutPage; boxes: Box[] }): Word[] {
  return boxes.flatMap((box) =>
    segmentsWithin({ page, strip: { top: box.y, bottom: bottomOf(box) } })
      .flatMap(({ words }) => words)
      .filter((word) => isInside({ inner: word.box, outer: box })),
  )
}

function isInside({ inner, outer }: { inner: Box; outer: Box }): boolean {
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    rightOf(inner) <= rightOf(outer) + 1 &&
    bottomOf(inner) <= bottomOf(outer) + 1
  )
}
