import type { Layout } from '../extract/layout/layout'
import type { JsonSchema } from '../extract/schema/json-schema'
import { findKnownColumn, findKnownField } from '../extract/schema/known-fields'
import { readSchemaFields } from '../extract/schema/read-schema'
import type { SchemaFields } from '../extract/schema/schema-field'
import { checkFigures, type Figures, linesOf } from './check-figures'
import { checkNumbers } from './check-numbers'
import { checkSchema } from './check-schema'
import type { Finding } from './finding'

type Checked = { schema: JsonSchema; data: Record<string, unknown>; isProven: boolean }

/** Everything that can be said about a document's values: against its schema, one another, and what is printed. */
export function checkDocument({ layout, ...checked }: Checked & { layout: Layout }): Finding[] {
  const fields = readSchemaFields(checked.schema)
  const wanted = (kind: 'iban' | 'supplier_tax_id') => {
    const path = pathOf({ fields, known: kind })
    return path !== null && checked.data[path] === undefined ? path : null
  }
  const numbers = checkNumbers({ layout, wanted: { iban: wanted('iban'), taxId: wanted('supplier_tax_id') } })
  return [...checkData(checked), ...numbers]
}

export function checkData({ schema, data, isProven }: Checked): Finding[] {
  const fields = readSchemaFields(schema)
  return [...checkSchema({ schema, data }), ...checkFigures(figuresOf({ fields, data, isProven }))]
}

/** The amounts and days that are known by the names of their fields, whatever the schema calls them. */
function figuresOf({
  fields,
  data,
  isProven,
}: {
  fields: SchemaFields
  data: Record<string, unknown>
  isProven: boolean
}): Figures {
  const figures: Figures = { isProven }
  for (const name of [
    'subtotal',
    'tax',
    'total',
    'discount',
    'shipping',
    'tip',
    'date',
    'due_date',
  ] as const) {
    const path = pathOf({ fields, known: name })
    const value = path === null ? undefined : data[path]
    if (path !== null && (typeof value === 'number' || typeof value === 'string'))
      figures[name] = { path, value }
  }
  const lines = fields.lists.flatMap((list) => {
    const [path = ''] = list.path
    const amount = list.columns.find((column) => findKnownColumn(column.path.join('.')) === 'amount')
    return amount ? [linesOf({ data, path, key: amount.path.join('.') })] : []
  })
  return { ...figures, ...lines[0] }
}

function pathOf({ fields, known }: { fields: SchemaFields; known: string }): string | null {
  const field = fields.values.find(({ path, schema }) => {
    const [name = ''] = path
    return path.length === 1 && findKnownField([name, schema.title ?? ''])?.key === known
  })
  return field?.path[0] ?? null
}
