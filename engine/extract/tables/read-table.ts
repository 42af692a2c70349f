import { bottomOf, middleOf } from '../layout/box'
import type { LayoutPage } from '../layout/layout'
import type { Paper } from '../paper/paper'
import type { ValueField } from '../schema/schema-field'
import { type BodyRow, fieldsOf, readBodyLines } from './body-rows'
import { isTelling } from './cell-parts'
import { isFurniture } from './clean/furniture'
import { groupRows } from './group-rows'
import type { Head } from './heads/find-heads'

type Table = { head: Head; heads: Head[]; paper: Paper }

/** The rows of a table from its head to its end, which may be pages away. */
export function readTable(table: Table): { rows: BodyRow[]; isTotalled: boolean } {
  const { head, paper } = table
  const rows: BodyRow[] = []
  let isTotalled = false
  for (const page of paper.pages.slice(paper.pages.indexOf(head.page))) {
    const found = readPage({ ...table, page })
    const more = page === head.page ? found.rows : likeThose({ rows: found.rows, before: rows })
    rows.push(...more)
    isTotalled = found.isTotalled && rows.length > 0
    if (found.isEnded || more.length === 0) break
  }
  return { rows: withCore({ rows, head }), isTotalled }
}

function readPage({ head, heads, paper, page }: Table & { page: LayoutPage }) {
  const top = page === head.page ? bottomOf(head.box) : Number.NEGATIVE_INFINITY
  const next = heads.find((one) => one.page === page && one.box.y > top)
  const end = next ? next.box.y : Number.POSITIVE_INFINITY
  const lines = page.lines.filter(
    (line) => middleOf(line.box) > top && middleOf(line.box) < end && !isFurniture({ line, layout: paper }),
  )
  const body = readBodyLines({ head, page, lines, context: paper.context })
  const rows = groupRows({ lines: body.lines, page }).map((cells) => ({ cells, page }))
  return { rows, isEnded: body.isEnded || next !== undefined, isTotalled: body.isTotalled }
}

/** On a page without a head, rows are only those that fill whatever all rows before them fill. */
function likeThose({ rows, before }: { rows: BodyRow[]; before: BodyRow[] }): BodyRow[] {
  const always = coreOf({ rows: before, share: 0.9 })
  const texts = coreOf({ rows: before, share: 0.97, isText: true })
  const isLike = (row: BodyRow) => [...always, ...texts].every((field) => fieldsOf(row.cells).includes(field))
  return always.length === 0 ? [] : rows.filter(isLike)
}

/**
 * A row fills more telling columns than half of those that most rows fill; half of them do where its other columns are
 * filled as well.
 */
function withCore({ rows, head }: { rows: BodyRow[]; head: Head }): BodyRow[] {
  const [first] = head.columns
  // Below priced lines stand sums, which fill some columns as well.
  const isOpen = !head.list.columns.some(({ concept }) => concept !== undefined)
  const core = coreOf({ rows, share: 0.7 })
  const texts = coreOf({ rows, share: 0.7, isText: true })
  return rows.filter(({ cells }) => {
    const filled = fieldsOf(cells)
    const telling = filled.filter(isTelling).length * 2
    const isWhole = texts.length > 0 && texts.every((field) => filled.includes(field))
    if (isOpen && first && cells.has(first) && telling >= core.length) return true
    return core.length === 0 || telling > core.length || (telling === core.length && isWhole)
  })
}

function coreOf({
  rows,
  share,
  isText = false,
}: {
  rows: BodyRow[]
  share: number
  isText?: boolean
}): ValueField[] {
  const counts = new Map<ValueField, number>()
  for (const field of rows.flatMap(({ cells }) => fieldsOf(cells)))
    counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts].flatMap(([field, count]) =>
    isTelling(field) !== isText && count >= share * rows.length ? [field] : [],
  )
}
