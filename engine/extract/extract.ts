import type { Reading } from '../readers/reading'
import { applyEInvoice, type ItemRow, type TradeValues } from './e-invoice/apply-e-invoice'
import { findLabelled } from './labelled/find-labelled'
import { trustLists } from './labelled/trust-lists'
import type { Found } from './layout/found'
import { type Paper, toPaper } from './paper/paper'
import type { ItemColumn } from './schema/item-columns'
import { findKnownColumn, findKnownField } from './schema/known-fields'
import type { ListField, SchemaFields, ValueField } from './schema/schema-field'
import { type ListRow, readLists, wordsOfLists } from './tables/read-lists'
import { findTradeValues } from './trade/find-trade-values'
import {
  findDocuments,
  type PageRange,
  readingOf,
  withoutBarrenPages,
  withoutCopies,
} from './trade/split-documents'
import type { SchemaValue } from './values/read-kind'
import { toTextKey } from './vocabulary/text-key'

/** What a document shows of what a schema asks for; what is not printed is not there. */
export type Extraction = {
  paper: Paper
  values: Map<ValueField, Found<SchemaValue>>
  lists: Map<ListField, ListRow[]>
  /** Whether the amounts prove one another, or an e-invoice states them. */
  isProven: boolean
  /** The invoices that the file holds; the values are those of the first. */
  documents: PageRange[]
}

/** So many fields of an invoice or receipt make a schema one for such papers. */
const minKnown = 3

/**
 * Finds what a schema asks for.
 * @param isTrade whether the schema is one of invoices or receipts, or goes beside one; null: its fields decide
 */
export function extract({
  reading,
  fields,
  isTrade,
}: {
  reading: Reading
  fields: SchemaFields
  isTrade: boolean | null
}): Extraction {
  const known = knownFieldsOf(fields)
  if (!(isTrade ?? known.size >= minKnown)) {
    const paper = toPaper(reading)
    const read = readLists({ paper, lists: fields.lists })
    const values = findLabelled({ paper, fields: fields.values, taken: wordsOfLists(read) })
    const lists = trustLists({ paper, lists: read })
    return { paper, values, lists, isProven: false, documents: [] }
  }
  const { attachments } = reading
  const documents = findDocuments(reading)
  const [range] = documents
  const first = range && documents.length > 1 ? readingOf({ reading, range }) : reading
  const others = fields.values.filter((field) => !known.has(field))
  const kept = withoutCopies(first)
  const isTradeAlone = others.length === 0 && fields.lists.every((list) => isPriced(columnsOf(list)))
  const paper = toPaper(isTradeAlone ? withoutBarrenPages(kept) : kept)
  const lists = readLists({ paper, lists: fields.lists })
  const found = findTradeValues(paper)
  const stated = applyEInvoice({ paper, values: found.values, attachments })
  const rows =
    stated && stated.rows.length > 0 ? toListRows({ rows: stated.rows, lists: fields.lists }) : null
  const labelled = findLabelled({ paper, fields: others, taken: wordsOfLists(lists) })
  return {
    paper,
    values: new Map([...labelled, ...toValues({ known, values: stated?.values ?? found.values })]),
    lists: rows ? new Map([...lists, ...rows]) : lists,
    isProven: found.isProven || stated !== null,
    documents,
  }
}

/** The fields of a schema that mean one of trade papers, by its name. */
function knownFieldsOf({ values }: SchemaFields): Map<ValueField, string> {
  return new Map(
    values.flatMap((field) => {
      const [name = ''] = field.path
      const known = field.path.length === 1 ? findKnownField([name, field.schema.title ?? '']) : null
      return known ? [[field, known.key] as const] : []
    }),
  )
}

function toValues({
  known,
  values,
}: {
  known: Map<ValueField, string>
  values: TradeValues
}): Map<ValueField, Found<SchemaValue>> {
  return new Map(
    [...known].flatMap(([field, key]) => {
      const found = values.get(key)
      const value = found ? toKind({ value: found.value, field }) : null
      return found && value !== null ? [[field, { ...found, value }] as const] : []
    }),
  )
}

/** The value in the type that the schema wants; null when it cannot be that. */
function toKind({ value, field }: { value: string | number; field: ValueField }): SchemaValue | null {
  if (field.kind === 'choice')
    return field.choices.find((choice) => toTextKey(String(choice)) === toTextKey(String(value))) ?? null
  const { type } = field.schema
  if (type === 'number') return typeof value === 'number' ? value : null
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value) ? value : null
  if (typeof value === 'string' && field.kind === 'date') {
    const [year = '', month = '', day = ''] = value.split('-')
    return field.dateForm.replace('YYYY', year).replace('MM', month).replace('DD', day)
  }
  return type === 'string' || type === undefined ? String(value) : null
}

type KnownColumn = { field: ValueField; column: ItemColumn }

/** The columns of a list that line items have too. */
function columnsOf({ columns }: ListField): KnownColumn[] {
  return columns.flatMap((field) => {
    const column = findKnownColumn(field.path.at(-1) ?? '')
    return column ? [{ field, column }] : []
  })
}

function isPriced(columns: KnownColumn[]): boolean {
  return columns.some(({ column }) => column === 'amount' || column === 'unit_price')
}

/** The rows of an e-invoice for the lists that ask for priced lines. */
function toListRows({ rows, lists }: { rows: ItemRow[]; lists: ListField[] }): Map<ListField, ListRow[]> {
  const found = new Map<ListField, ListRow[]>()
  for (const list of lists) {
    const columns = columnsOf(list)
    if (!isPriced(columns)) continue
    found.set(
      list,
      rows.map(
        (row): ListRow =>
          new Map(
            columns.flatMap(({ field, column }) => {
              const cell = row.get(column)
              return cell ? [[field, cell] as const] : []
            }),
          ),
      ),
    )
  }
  return found
}
