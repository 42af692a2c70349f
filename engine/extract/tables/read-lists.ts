import type { Box, Word } from '../../readers/reading'
import { bottomOf, rightOf } from '../layout/box'
import type { LayoutPage } from '../layout/layout'
import { segmentsWithin } from '../layout/segments-by-height'
import type { Paper } from '../paper/paper'
import type { ListField } from '../schema/schema-field'
import { isTelling } from './cell-parts'
import { withoutCodes } from './clean/without-codes'
import { withoutSums } from './clean/without-sums'
import { findHeads, type Head } from './heads/find-heads'
import { type ListRow, readCells } from './read-cells'
import { readTable } from './read-table'
import { raiseProven, settleColumns } from './settle-columns'
import { readGroups } from './without-heads/read-groups'
import { readPlainList } from './without-heads/read-plain-list'
import { isNarrow, readPricedLines } from './without-heads/read-priced-lines'
import { readTransposed } from './without-heads/read-transposed'

export type { ListRow } from './read-cells'

/** The rows of each list that the document shows; a list that is not there has no entry. */
export function readLists({ paper, lists }: { paper: Paper; lists: ListField[] }): Map<ListField, ListRow[]> {
  const heads = findHeads({ paper, lists })
  const read = lists.map(
    (list) => [list, withoutSums(withoutCodes(readList({ paper, list, heads })))] as const,
  )
  return new Map(read.filter(([, rows]) => rows.length > 0))
}

type Search = { paper: Paper; list: ListField; heads: Head[] }

/** By the first of the ways to print a list that finds any of it. */
function readList(search: Search): ListRow[] {
  if (search.list.isPlain) return readPlainList(search)
  const headed = readHeaded(search)
  if (isFullOf({ headed, search })) return headed
  const head = search.heads.find((one) => one.list === search.list)
  const [priced = []] = (head ? [head, undefined] : [undefined])
    .map((start) => readPricedLines({ ...search, head: start }))
    .sort((a, b) => countCells(b) - countCells(a))
  if (priced.length > 0 && countCells(priced) >= countCells(headed)) return priced
  if (headed.length > 0) return headed
  const transposed = readTransposed(search)
  return transposed.length > 0 ? transposed : readGroups(search)
}

/** Tills print names, counts and prices on lines of their own, whatever heads the column of amounts. */
function isFullOf({ headed, search }: { headed: ListRow[]; search: Search }): boolean {
  const asked = search.list.columns.filter(({ concept }) => concept !== undefined && concept !== 'amount')
  const isNamed = (row: ListRow) => asked.every((field) => field.concept !== 'description' || row.has(field))
  const isWhole = headed.some(isCounted) && headed.every(isNamed)
  return headed.length > 0 && (asked.length < 2 || isWhole || !search.paper.pages.every(isNarrow))
}

function isCounted(row: ListRow): boolean {
  return [...row.keys()].some(({ concept }) => concept === 'unit_price')
}

function countCells(rows: ListRow[]): number {
  return rows.reduce((sum, row) => sum + row.size, 0)
}

function readHeaded({ list, heads, paper }: Search): ListRow[] {
  const { context } = paper
  const tables = heads
    .filter((head) => head.list === list)
    .map((head) => ({ head, ...readTable({ paper, heads, head }) }))
  const last = tables.findIndex(({ isTotalled }) => isTotalled)
  return tables
    .filter(({ head }, at) => last < 0 || at <= last || isAlike({ head, other: tables[last]?.head }))
    .flatMap(({ head, rows }) =>
      settleColumns({ head, rows, context }).map((row) => raiseProven(readCells({ row, context }))),
    )
    .filter(
      (row, _, rows) =>
        (row.size > 1 || list.columns.length === 1 || isSparse({ row, rows })) && !isCount({ row, rows }),
    )
}

/** A row that says only what all rows say, of a table in which others leave cells empty as well. */
function isSparse({ row, rows }: { row: ListRow; rows: ListRow[] }): boolean {
  const [field] = row.keys()
  if (!field || field.concept !== undefined || !isTelling(field)) return false
  return rows.every((one) => one.has(field)) && rows.some((one) => one.size > 1)
}

/** `Pieces  3`: a whole figure below amounts that have cents, and nothing multiplied. */
function isCount({ row, rows }: { row: ListRow; rows: ListRow[] }): boolean {
  const amountOf = (one: ListRow) => [...one].find(([{ concept }]) => concept === 'amount')?.[1].text ?? ''
  const hasCents = (one: ListRow) => /\d[.,]\d{2}(?!\d)/.test(amountOf(one))
  return amountOf(row) !== '' && !hasCents(row) && !isCounted(row) && rows.some(hasCents)
}

/** Behind the totals of priced lines there are tables of taxes and payments; only the same head goes on. */
function isAlike({ head, other }: { head: Head; other: Head | undefined }): boolean {
  const textsOf = (one: Head | undefined) => one?.columns.map(({ text }) => text).join('|')
  return !head.list.columns.some(({ concept }) => concept === 'amount') || textsOf(head) === textsOf(other)
}

/** All words inside the cells of rows: they are not there for single values. */
export function wordsOfLists(lists: Map<ListField, ListRow[]>): Set<Word> {
  const cells = [...lists.values()].flat().flatMap((row) => [...row.values()])
  return new Set(cells.flatMap(({ page, box }) => (page ? wordsInside({ page, box }) : [])))
}

function wordsInside({ page, box }: { page: LayoutPage; box: Box }): Word[] {
  return segmentsWithin({ page, strip: { top: box.y, bottom: bottomOf(box) } })
    .flatMap(({ words }) => words)
    .filter((word) => isInside({ inner: word.box, outer: box }))
}

function isInside({ inner, outer }: { inner: Box; outer: Box }): boolean {
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    rightOf(inner) <= rightOf(outer) + 1 &&
    bottomOf(inner) <= bottomOf(outer) + 1
  )
}
