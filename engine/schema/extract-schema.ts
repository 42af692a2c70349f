import { concludeContext, type ReadingContext } from '../extract/context'
import type { Found } from '../extract/found'
import { buildLayout, type Layout } from '../extract/layout/layout'
import type { Reading } from '../readers/reading'
import { findKnown } from './find-known'
import { findLists, wordsOfLists } from './find-lists'
import { findValues } from './find-values'
import type { ListRow } from './list-rows'
import type { SchemaValue } from '../extract/values/read-kind'
import type { ListField, SchemaFields, ValueField } from '../extract/schema/schema-field'

export type SchemaFindings = {
  layout: Layout
  context: ReadingContext
  values: Map<ValueField, Found<SchemaValue>>
  lists: Map<ListField, ListRow[]>
}

/**
 * All that a schema asks for and the document shows; what is not printed is not there.
 * @param pipeline whose rules go first for the fields they know; null for a schema on its own
 */
export function extractSchema({
  reading,
  fields,
  pipeline,
}: {
  reading: Reading
  fields: SchemaFields
  pipeline: string | null
}): SchemaFindings {
  const layout = buildLayout(reading)
  const context = concludeContext(layout)
  const known = findKnown({ fields, reading, pipeline })
  const ownLists = findLists({ lists: fields.lists, layout, context })
  const lists = fullerLists({ own: ownLists, known: known.lists })
  const open = fields.values.filter((field) => !known.values.has(field))
  const values = findValues({ fields: open, layout, context, taken: wordsOfLists({ lists, layout }) })
  const sure = [...known.values].flatMap(([field, found]) => (found ? [[field, found] as const] : []))
  return { layout, context, values: new Map([...sure, ...values]), lists }
}

function fullerLists({
  own,
  known,
}: {
  own: Map<ListField, ListRow[]>
  known: Map<ListField, ListRow[]>
}): Map<ListField, ListRow[]> {
  const lists = new Map(own)
  for (const [list, rows] of known) {
    if (countCells(rows) > countCells(own.get(list) ?? [])) lists.set(list, rows)
  }
  return lists
}

function countCells(rows: ListRow[]): number {
  return rows.reduce((sum, row) => sum + row.size, 0)
}
