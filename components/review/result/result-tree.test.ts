import { expect, test } from 'vitest'
import { buildResultTree, listValues, type ResultNode } from './result-tree'

const invoiceSchema = {
  properties: {
    supplier: { title: 'Supplier', titles: { en: 'Supplier', es: 'Proveedor' } },
    due_date: { title: 'Due date' },
    total: { title: 'Total' },
  },
}

function build(result: Record<string, unknown>, locale: 'en' | 'es' = 'en'): ResultNode[] {
  return buildResultTree({ result, resultSchema: invoiceSchema, locale })
}

test('fields come in the order of the schema, named in the reader’s language, and what else came follows', () => {
  const tree = build({ total: 10, supplier: 'Acme', po_number: '7' }, 'es')
  expect(tree.map((node) => node.label)).toEqual(['Proveedor', 'Due date', 'Total', 'Po number'])
})

test('a field of the schema that did not come is there without a value', () => {
  const [, dueDate] = build({ supplier: 'Acme' })
  expect(dueDate).toMatchObject({ key: 'due_date', value: null, evidence: null })
})

test('keys with an underscore in front are not values', () => {
  expect(build({ _evidence: {}, _debug: 1 }).map((node) => node.key)).not.toContain('_debug')
})

test('evidence is found by the key of its value, also inside lines', () => {
  const tree = build({
    total: 10,
    lines: [{ amount: 4 }, { amount: 6 }],
    _evidence: {
      total: { page: 1, box: [0.1, 0.1, 0.2, 0.02], text: '10.00', confidence: 0.9 },
      lines: [{}, { amount: { page: 2, text: '6,00' } }],
    },
  })
  const found = Object.fromEntries(listValues(tree).map((value) => [value.path, value.evidence]))
  expect(found.total).toMatchObject({ page: 1, text: '10.00' })
  expect(found['lines.0.amount']).toBeNull()
  expect(found['lines.1.amount']).toMatchObject({ page: 2, text: '6,00' })
})

test('flat items become a table with a cell for every column, figures told apart', () => {
  const table = build({
    lines: [
      { item: 'Pen', amount: 4 },
      { item: 'Ink', note: 'blue' },
    ],
  }).at(-1)
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.columns.map(({ key, isNumeric }) => [key, isNumeric])).toEqual([
    ['item', false],
    ['amount', true],
    ['note', false],
  ])
  expect(table.rows[1]?.cells.map((cell) => cell.value)).toEqual(['Ink', null, 'blue'])
})

test('items with long text are shown one below the other', () => {
  const pages = build({ pages: [{ page: 1, text: 'word '.repeat(100) }] }).at(-1)
  expect(pages).toMatchObject({ kind: 'records', items: [{ label: '1' }] })
})

test('a list of plain values becomes a table of one column', () => {
  const list = build({ tags: ['a', 'b'], _evidence: { tags: [{ page: 3 }] } }).at(-1)
  if (list?.kind !== 'table') throw new Error('no table')
  expect(list.rows.map(({ cells: [cell] }) => [cell?.value, cell?.evidence?.page])).toEqual([
    ['a', 3],
    ['b', undefined],
  ])
})

test('amounts take the currency of the document; quantities, rates and doubtful codes do not', () => {
  const currencies = (result: Record<string, unknown>) =>
    Object.fromEntries(listValues(build(result)).map((value) => [value.key, value.currency]))
  expect(currencies({ total: 1, quantity: 2, tax_rate: 19, currency: 'EUR' })).toMatchObject({
    total: 'EUR',
    quantity: null,
    tax_rate: null,
  })
  expect(currencies({ total: 1, currency: '€' })).toMatchObject({ total: null })
})

test('blank text, null and an empty list are all "not found"; zero and false are values', () => {
  const values = Object.fromEntries(
    listValues(build({ a: ' ', b: null, c: [], d: 0, e: false })).map(({ key, value }) => [key, value]),
  )
  expect(values).toMatchObject({ a: null, b: null, c: null, d: 0, e: false })
})

const by = { id: 'usr_1', name: 'Ana' }
const at = '2026-11-21T12:00:00Z'
const lines = [
  { item: 'Pen', amount: 4 },
  { item: 'Ink', amount: 6 },
]

test('a row taken out is kept aside, and the others keep their paths and evidence', () => {
  const [table] = buildResultTree({
    result: { lines, _evidence: { lines: [{}, { amount: { page: 2 } }] } },
    resultSchema: null,
    locale: 'en',
    corrections: { 'lines.0': { added: false, removed: true, by, at } },
  })
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.rows.map(({ path, cells }) => [path, cells[1]?.evidence?.page])).toEqual([['lines.1', 2]])
  expect(table.removed.map(({ path }) => path)).toEqual(['lines.0'])
})

test('an added row has a cell for every column, typed in as the column is, and nothing to go back to', () => {
  const [table] = buildResultTree({
    result: { lines },
    resultSchema: null,
    locale: 'en',
    corrections: {
      'lines.2': { added: true, removed: false, by, at },
      'lines.2.item': { value: 'Cap', read: null, by, at },
    },
  })
  if (table?.kind !== 'table') throw new Error('no table')
  expect(table.rows[2]?.cells).toMatchObject([
    { path: 'lines.2.item', value: 'Cap', entry: 'text', correction: null },
    { path: 'lines.2.amount', value: null, entry: 'number' },
  ])
})

test('a list the schema describes and nobody found is an empty table; without a schema it is not found', () => {
  const resultSchema = { properties: { lines: { items: { properties: { item: {}, amount: {} } } } } }
  const [table] = buildResultTree({ result: { lines: [] }, resultSchema, locale: 'en' })
  expect(table).toMatchObject({
    kind: 'table',
    rows: [],
    hasRows: true,
    columns: [{ key: 'item' }, { key: 'amount' }],
  })
  const [value] = buildResultTree({ result: { lines: [] }, resultSchema: null, locale: 'en' })
  expect(value).toMatchObject({ kind: 'value', value: null })
})
