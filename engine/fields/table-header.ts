import { oncePer } from '../once-per'
import type { Box } from '../readers/reading'
import { bottomOf, middleOf, rightOf, verticalOverlap } from '../extract/layout/box'
import { findLabels, type LabelHit } from '../extract/labels/find-labels'
import { buildLabelBook } from '../extract/labels/label-book'
import type { Layout, LayoutPage } from '../extract/layout/layout'
import type { StepDefinition } from './step-definition'

export const itemColumns = ['description', 'quantity', 'unit_price', 'amount'] as const
export type ItemColumn = (typeof itemColumns)[number]

export type TableColumn = { name: ItemColumn | 'other'; box: Box }

/** The line that heads a table of line items, with its columns from left to right. */
export type TableHeader = { pageIndex: number; columns: TableColumn[]; top: number; bottom: number }

/** Heads of line-item tables: at least two of the columns, one of them of money. */
export function findTableHeaders({ layout, step }: { layout: Layout; step: StepDefinition }): TableHeader[] {
  if (!step.columns) return []
  const hits = withoutRows({
    hits: withoutSentences(findLabels({ layout, book: columnBook(step.columns) })),
    layout,
  })
  return layout.pages.flatMap((page, pageIndex) =>
    groupByHeight({ hits: hits.filter((hit) => hit.pageIndex === pageIndex), page }).flatMap((group) => {
      const header = toHeader({ group, pageIndex })
      return header ? [header] : []
    }),
  )
}

/** Heads are made of labels; a sentence that mentions a price is not one. */
function withoutSentences(hits: LabelHit[]): LabelHit[] {
  const labelWords = new Map<LabelHit['segment'], number>()
  for (const { segment, text } of hits) {
    labelWords.set(segment, (labelWords.get(segment) ?? 0) + text.split(' ').length)
  }
  return hits.filter(({ segment }) => (labelWords.get(segment) ?? 0) * 2 >= segment.words.length)
}

/** `4 pcs  845.00` is a row and `Net 30 days` a term, though heads say `pcs` and `net`, too: they have no figures. */
function withoutRows({ hits, layout }: { hits: LabelHit[]; layout: Layout }): LabelHit[] {
  const figures = layout.pages.map((page) =>
    page.lines
      .flatMap((line) => line.segments)
      .filter((segment) => /^\P{L}*\d[\d.,' ]*\P{L}*$/u.test(segment.text)),
  )
  return hits.filter(
    (hit) =>
      !hit.segment.words.some((word) => /^\d+$/.test(word.text)) &&
      !figures[hit.pageIndex]?.some((figure) => verticalOverlap({ a: figure.box, b: hit.box }) > 0.5),
  )
}

const columnBook = oncePer((columns: { [name: string]: string[] }) => {
  const fields = Object.entries(columns).map(([key, labels]) => ({ key, labels }))
  return buildLabelBook({ fields, others: [] })
})

/** Column labels may take two lines; more than that is another table. */
function groupByHeight({ hits, page }: { hits: LabelHit[]; page: LayoutPage }): LabelHit[][] {
  const groups: LabelHit[][] = []
  for (const hit of [...hits].sort((a, b) => middleOf(a.box) - middleOf(b.box))) {
    const group = groups.at(-1)
    const first = group?.[0]
    const isSameHead = first && middleOf(hit.box) - middleOf(first.box) < page.lineHeight * 1.6
    if (group && isSameHead) group.push(hit)
    else groups.push([hit])
  }
  return groups
}

function toHeader({ group, pageIndex }: { group: LabelHit[]; pageIndex: number }): TableHeader | null {
  const columns = withoutDoubles(
    group.map((hit) => ({ name: columnOf(hit), box: hit.box })).sort((a, b) => a.box.x - b.box.x),
  )
  const names = new Set(columns.map((column) => column.name))
  if (!names.has('amount')) promotePrice(columns)
  const known = itemColumns.filter((name) => names.has(name))
  const hasMoney = names.has('amount') || names.has('unit_price')
  const hasSubject = names.has('description') || names.has('quantity')
  if (known.length < 2 || !hasMoney || !hasSubject) return null
  return {
    pageIndex,
    columns,
    top: Math.min(...columns.map((column) => column.box.y)),
    bottom: Math.max(...columns.map((column) => bottomOf(column.box))),
  }
}

function columnOf(hit: LabelHit): TableColumn['name'] {
  const field = hit.meanings[0]?.field
  return itemColumns.find((name) => name === field) ?? 'other'
}

/** Of two columns with one name the right one is the result; the other is something else. Overlapping labels are one. */
function withoutDoubles(columns: TableColumn[]): TableColumn[] {
  return columns
    .filter((column, at) => !columns.slice(0, at).some((other) => rightOf(other.box) > column.box.x + 1))
    .map((column, at, all) => {
      const isDoubled =
        column.name !== 'description' && all.slice(at + 1).some((other) => other.name === column.name)
      const isSecondText = column.name === 'description' && column !== widestText(all)
      return isDoubled || isSecondText ? { ...column, name: 'other' } : column
    })
}

/** Of a column of codes and one of names, both headed like articles, names have the room. */
function widestText(columns: TableColumn[]): TableColumn | undefined {
  const room = (column: TableColumn) =>
    (columns[columns.indexOf(column) + 1]?.box.x ?? Number.POSITIVE_INFINITY) - column.box.x
  return columns
    .filter((column) => column.name === 'description')
    .reduce<TableColumn | undefined>(
      (best, column) => (best && room(best) >= room(column) ? best : column),
      undefined,
    )
}

/** A table with one column of money has its amounts there, whatever it is called. */
function promotePrice(columns: TableColumn[]): void {
  const price = columns.find((column) => column.name === 'unit_price')
  if (price) price.name = 'amount'
}
