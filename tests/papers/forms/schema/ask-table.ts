import type { TablePlan } from '../plan/plan'
import { makeValue, type Value } from '../values/make-value'
import { type FormField, headline } from '../vocabulary/fields'
import { foreignLabels } from '../vocabulary/vocabulary'
import { type Asked, askValue } from './ask-value'
import type { JsonSchemaObject } from './json-form'
import { inCase, nameField, type SchemaStyle, wordsOf } from './name-field'
import { type Asking, dress, findName, freeName, type Node, put } from './schema-node'

export function askTable(given: { table: TablePlan; root: Node; asking: Asking }): void {
  const { table, root, asking } = given
  const { office, style } = asking
  const { random } = office
  const name = freeName({ root, name: inCase(wordsOf(random.pick(namesOf(table, style))), style.letterCase) })
  const node: Node = { schema: { type: 'object', properties: {} }, truth: {}, path: [] }
  const wanted = random.chance(0.5)
    ? table.columns
    : random.some(table.columns, random.whole(2, table.columns.length))
  const isFull = (at: number) => table.rows.every((row) => row[at])
  if (!table.columns.some((column, at) => wanted.includes(column) && isFull(at))) return
  const rows = table.rows.map((): Record<string, unknown> => ({}))
  for (const [at, column] of table.columns.entries())
    if (wanted.includes(column)) askColumn({ table, at, rows, node, asking })
  if (random.chance(0.15)) askMissingColumn({ table, node, asking })
  put(root, name, {
    type: 'array',
    ...(random.chance(style.titled) && { title: table.title || headline(name) }),
    ...(random.chance(style.described * 0.6) && { description: describeTable(table, random.next()) }),
    items: node.schema,
  })
  root.truth[name] = rows
  table.path = name
}

function namesOf({ spec }: TablePlan, style: SchemaStyle): string[] {
  const foreign = style.language === 'en' ? [] : foreignLabels(style.language, `table_${spec.key}`)
  return foreign.length > 0 ? foreign : spec.names
}

function askColumn(given: {
  table: TablePlan
  at: number
  rows: Record<string, unknown>[]
  node: Node
  asking: Asking
}) {
  const { table, at, rows, node, asking } = given
  const column = table.columns[at]
  const sample = table.rows.map((row) => row[at]).find((value) => value)
  if (!column || !sample) return
  const { field, label } = column
  const { random } = asking.office
  const name = findName({ node, make: () => nameField({ field, label, random, style: asking.style }) })
  if (name === null) return
  // The cells of a column are asked for alike, or their schema would depend on the row.
  const asked = askAlike({ sample, field, asking })
  put(node, name, dress({ asked, name, field, label, owner: null, asking }))
  column.name = name
  for (const [index, row] of rows.entries()) {
    const value = table.rows[index]?.[at]
    if (value) row[name] = value.truth
  }
}

function askAlike(given: { sample: Value; field: FormField; asking: Asking }): Asked {
  const { sample, field, asking } = given
  const asked = askValue({ value: sample, field, random: asking.office.random, style: asking.style })
  if (asked.truth === sample.truth && !asked.node.enum) return asked
  const node: JsonSchemaObject = {
    type: sample.type === 'number' || sample.type === 'integer' ? 'number' : 'string',
  }
  if (sample.type === 'date') node.format = 'date'
  return { node, truth: sample.truth, note: null }
}

function askMissingColumn(given: { table: TablePlan; node: Node; asking: Asking }): void {
  const { table, node, asking } = given
  const { random, language } = asking.office
  const absent = table.spec.columns.filter((field) => table.columns.every((column) => column.field !== field))
  if (absent.length === 0 || language !== 'en') return
  const field = random.pick(absent)
  const label = random.pick(field.labels)
  const name = findName({ node, make: () => nameField({ field, label, random, style: asking.style }) })
  if (name === null) return
  const asked = askAlike({ sample: makeValue({ field, office: asking.office }), field, asking })
  put(node, name, dress({ asked, name, field, label, owner: null, asking }))
}

function describeTable(table: TablePlan, share: number): string {
  const name = (table.title || table.spec.names[0] || 'rows').toLowerCase()
  return share < 0.4
    ? `All ${name}`
    : share < 0.7
      ? `One entry for each row of the table "${table.title}"`
      : headline(name)
}
