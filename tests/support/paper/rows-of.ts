import { toPaper } from '@/engine/extract/paper/paper'
import { readJsonSchema } from '@/engine/extract/schema/json-schema'
import { readSchemaFields } from '@/engine/extract/schema/read-schema'
import { readLists } from '@/engine/extract/tables/read-lists'
import type { Reading } from '@/engine/readers/reading'

type Column = Record<string, unknown>
export const number = { type: 'number' }
export const text = { type: 'string' }
export const date = { type: 'string', format: 'date' }
export const items = { description: text, quantity: number, unit_price: number, amount: number }

/** What the list `rows` with these columns holds: each row as its values in the order of the columns. */
export function rowsOf(columns: Record<string, Column> | Column, ...pages: Reading[]): unknown[] {
  return (
    readAll(
      {
        rows: { type: 'array', items: isColumn(columns) ? columns : { type: 'object', properties: columns } },
      },
      pages,
    ).rows ?? []
  )
}

function isColumn(columns: object): columns is Column {
  return 'type' in columns && typeof columns.type === 'string'
}

export function readAll(properties: Record<string, Column>, pages: Reading[]): Record<string, unknown[]> {
  const { lists } = readSchemaFields(readJsonSchema({ type: 'object', properties }))
  const paper = toPaper({ pages: pages.flatMap((page) => page.pages), attachments: [], notices: [] })
  const found = readLists({ paper, lists })
  return Object.fromEntries(
    [...found].map(([list, rows]) => [
      list.path.join('.'),
      rows.map((row) =>
        list.isPlain
          ? [...row.values()][0]?.value
          : list.columns.map((column) => row.get(column)?.value ?? null),
      ),
    ]),
  )
}
