import { textOf } from '../layout/word-text'
import type { ItemColumn } from '../schema/item-columns'
import type { ValueField } from '../schema/schema-field'
import type { ReadingContext } from '../values/context'
import type { BodyRow } from './body-rows'
import type { Head, HeadColumn } from './heads/find-heads'
import { inferColumns } from './heads/infer-columns'
import { figureOf, type ListRow } from './read-cells'
import { isProduct } from './without-heads/factors'

const provenCertainty = 0.97

type Triple = { quantity: HeadColumn; unit_price: HeadColumn; amount: HeadColumn }
type Table = { head: Head; rows: BodyRow[]; context: ReadingContext }

/** Rows whose columns are what their content and multiplication say, where the head leaves it open. */
export function settleColumns(table: Table): BodyRow[] {
  const settled = promotedPrice(table) ?? provenColumns(table) ?? new Map<HeadColumn, ValueField | null>()
  const proven = [...settled].map(([column, field]) => [column, { ...column, field }] as const)
  const renamed = new Map([
    ...inferColumns(table),
    ...proven.filter(([column, { field }]) => column.field !== field),
  ])
  if (renamed.size === 0) return table.rows
  return table.rows.map(({ cells, page }) => ({
    page,
    cells: new Map([...cells].map(([column, parts]) => [renamed.get(column) ?? column, parts])),
  }))
}

type Settled = Map<HeadColumn, ValueField | null>

function ownFields({ head }: Table): Settled {
  return new Map(head.columns.map((column) => [column, column.field]))
}

function fieldOf({ head, concept }: { head: Head; concept: ItemColumn }): ValueField | undefined {
  return head.list.columns.find((column) => column.concept === concept)
}

/** A table with one column of money and without quantities has its amounts there, whatever it is called. */
function promotedPrice(table: Table): Settled | null {
  const { head } = table
  const named = (concept: ItemColumn) => head.columns.find(({ field }) => field?.concept === concept)
  const [price, amount] = [named('unit_price'), fieldOf({ head, concept: 'amount' })]
  if (!price || !amount || named('amount') || named('quantity')) return null
  return ownFields(table).set(price, amount)
}

function provenColumns(table: Table): Settled | null {
  const { head, rows } = table
  const fields = (['quantity', 'unit_price', 'amount'] as const).map((concept) => fieldOf({ head, concept }))
  const [quantities = [], prices = [], amounts = []] = fields.map((field) =>
    candidatesOf({ ...table, field }),
  )
  const [quantity] = fields
  if (!quantity || quantities.length * prices.length * amounts.length === 0) return null
  const triples = quantities.flatMap((one) =>
    prices.flatMap((price) => amounts.map((amount) => ({ quantity: one, unit_price: price, amount }))),
  )
  const rated = triples
    .filter((triple) => new Set(Object.values(triple)).size === 3)
    .map((triple) => ({
      triple,
      proven: countProven({ triple, isOnly: triples.length === 1, ...table }),
      changes: changesOf(triple),
    }))
    .sort((a, b) => b.proven - a.proven || a.changes - b.changes)
  const [best] = rated
  if (!best || best.changes === 0 || best.proven * 5 < rows.length * 4) return null
  return assign({ table, triple: best.triple })
}

/** The column of a field and those that might be: any, where none is named so; else those that the head leaves open. */
function candidatesOf({ head, rows, field }: Table & { field: ValueField | undefined }): HeadColumn[] {
  if (!field) return []
  const columns = new Set([...head.columns, ...rows.flatMap(({ cells }) => [...cells.keys()])])
  const isNamed = head.columns.some((column) => column.field === field)
  const isOpen = ({ field: own, isOther, rivals }: HeadColumn) =>
    own === null ? !isNamed || !isOther : rivals.includes(field)
  return [...columns].filter((column) => column.field === field || isOpen(column))
}

function changesOf(triple: Triple): number {
  return Object.entries(triple).filter(([concept, { field }]) => field?.concept !== concept).length
}

/** Rows where the product is right; a quantity of one proves nothing about which column is which. */
function countProven({ triple, isOnly, rows, context }: Table & { triple: Triple; isOnly: boolean }): number {
  const figures = rows.map((row) => ({
    quantity: figureOf({ row, column: triple.quantity, context }),
    price: figureOf({ row, column: triple.unit_price, context }),
    amount: figureOf({ row, column: triple.amount, context }),
    shares: sharesOf(row),
  }))
  const proven = figures.filter(
    ({ quantity, price, amount, shares }) =>
      quantity !== null &&
      price !== null &&
      amount !== null &&
      shares.some((share) => isProduct({ quantity, price: price * share, amount })),
  )
  return isOnly || proven.some(({ quantity, price }) => quantity !== 1 && price !== 1) ? proven.length : 0
}

/** The shares that a row may take off; any other share in it makes no product right. */
function sharesOf({ cells }: BodyRow): number[] {
  const open = [...cells].filter(([{ field }]) => field === null).flatMap(([, parts]) => parts)
  const shares = open.flatMap(({ words }) => /^(\d{1,2}(?:[.,]\d+)?)\s?%?$/.exec(textOf(words))?.[1] ?? [])
  return [1, ...shares.map((share) => 1 - Number(share.replace(',', '.')) / 100)]
}

function assign({ table, triple }: { table: Table; triple: Triple }): Settled {
  const settled = ownFields(table)
  const taken = new Set<HeadColumn>(Object.values(triple))
  for (const column of table.head.columns) {
    const { concept } = column.field ?? {}
    if (concept && concept !== 'description' && !taken.has(column)) settled.set(column, null)
  }
  for (const concept of ['quantity', 'unit_price', 'amount'] as const) {
    settled.set(triple[concept], fieldOf({ head: table.head, concept }) ?? null)
  }
  return settled
}

/** Where quantity and price come to the amount, all three are all but certain. */
export function raiseProven(row: ListRow): ListRow {
  const figureIn = (concept: ItemColumn) =>
    Number([...row].find(([field]) => field.concept === concept)?.[1].value)
  const [quantity, price, amount] = [figureIn('quantity'), figureIn('unit_price'), figureIn('amount')]
  if (!isProduct({ quantity, price, amount })) return row
  return new Map(
    [...row].map(([field, found]) => {
      const isFactor = field.concept !== undefined && field.concept !== 'description'
      const confidence = isFactor ? Math.max(found.confidence, provenCertainty) : found.confidence
      return [field, { ...found, confidence }]
    }),
  )
}
