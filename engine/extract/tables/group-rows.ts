import { bottomOf, rightOf } from '../layout/box'
import type { LayoutPage } from '../layout/layout'
import { type BodyLine, type Cells, fieldsOf } from './body-rows'
import { isTelling, type Part } from './cell-parts'
import type { HeadColumn } from './heads/find-heads'

/** Lines of text farther from a row than this, in lines of print, are no part of it. */
const nearest = 0.9
/** Gaps that differ by less, in lines of print, are the same. */
const sameGap = 0.15

type Group = { row: BodyLine; above: BodyLine[]; below: BodyLine[] }

/** The cells of each row with the text that was broken into the lines above and below its figures. */
export function groupRows({ lines, page }: { lines: BodyLine[]; page: LayoutPage }): Cells[] {
  const groups = joinHalves({ lines, page })
  const blocks = splitAtRows({ lines, groups })
  const style = styleOf({ blocks, groups, page })
  blocks.forEach((block, at) => {
    const [before, after] = [groups[at - 1], groups[at]]
    const cut = cutOf({ block, before, after, style, page })
    const above = nearEnd({ block: block.slice(cut).reverse(), from: after?.row, page }).reverse()
    before?.below.push(...nearEnd({ block: block.slice(0, cut), from: before.row, page }))
    if (style !== 'below' || !hasText(after?.row)) after?.above.push(...above)
  })
  return groups.map(({ row, above, below }) => mergeCells([...above, row, ...below]))
}

/** Two lines next to each other that fill different columns are one row. */
function joinHalves({ lines, page }: { lines: BodyLine[]; page: LayoutPage }): Group[] {
  const rows = lines.filter(({ kind }) => kind === 'row')
  const groups: Group[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    const isHalf =
      last &&
      gapOf({ upper: last.row, lower: row }) < nearest * page.lineHeight &&
      !fieldsOf(row.cells).some((field) => fieldsOf(last.row.cells).includes(field))
    if (isHalf) last.row = { ...row, cells: mergeCells([last.row, row]) }
    else groups.push({ row, above: [], below: [] })
  }
  return groups
}

/** The lines of text before the first row, between each two, and behind the last; sums and strange lines cut them off. */
function splitAtRows({ lines, groups }: { lines: BodyLine[]; groups: Group[] }): BodyLine[][] {
  const blocks: BodyLine[][] = [[]]
  const lasts = new Set(groups.map(({ row }) => row.line))
  for (const one of lines) {
    if (lasts.has(one.line)) blocks.push([])
    else if (one.kind === 'text') blocks.at(-1)?.push(one)
  }
  return blocks
}

type Style = 'above' | 'below' | 'centred'
type Blocks = { blocks: BodyLine[][]; groups: Group[]; page: LayoutPage }

/** Where text stands that is broken: decided for the whole table, where distances leave it open. */
function styleOf({ blocks, groups, page }: Blocks): Style {
  const [first] = groups
  const leading = nearEnd({ block: [...(blocks[0] ?? [])].reverse(), from: first?.row, page })
  const trailing = nearEnd({ block: blocks[1] ?? [], from: first?.row, page })
  if (leading.length === 0) return 'below'
  if (!hasText(first?.row))
    return (blocks.at(-1)?.length ?? 0) > 0 && trailing.length > 0 ? 'centred' : 'above'
  const isFull = fullness(blocks.flat().concat(groups.map(({ row }) => row)))
  const above = groups.filter(({ row }, at) => isFull({ upper: blocks[at]?.at(-1), lower: row })).length
  const below = groups.filter(({ row }, at) => isFull({ upper: row, lower: blocks[at + 1]?.[0] })).length
  if (above > 0 && below > 0 && trailing.length > 0) return 'centred'
  return above > below ? 'above' : 'below'
}

/** Text is broken where the next word has no room in the column: what is short before it ended there. */
function fullness(lines: BodyLine[]) {
  const rights = new Map<HeadColumn, number>()
  for (const [column, part] of lines.flatMap(({ cells }) => textParts(cells)))
    rights.set(column, Math.max(rights.get(column) ?? 0, rightOf(part.box)))
  return ({ upper, lower }: { upper: BodyLine | undefined; lower: BodyLine | undefined }): boolean => {
    if (!upper || !lower) return false
    const next = new Map(textParts(lower.cells))
    return textParts(upper.cells).some(([column, part]) => {
      const word = next.get(column)?.words[0]
      return word !== undefined && rightOf(part.box) + word.box.width > (rights.get(column) ?? 0)
    })
  }
}

function textParts(cells: Cells): [HeadColumn, Part][] {
  return [...cells].flatMap(([column, parts]): [HeadColumn, Part][] => {
    const last = parts.at(-1)
    return last && column.field && !isTelling(column.field) ? [[column, last]] : []
  })
}

/** How many lines of a block belong to the row before it: up to the widest gap, or by the style of the table. */
function cutOf(input: {
  block: BodyLine[]
  before: Group | undefined
  after: Group | undefined
  style: Style
  page: LayoutPage
}): number {
  const { block, before, after, style, page } = input
  if (!before) return 0
  if (!after) return block.length
  const chain = [before.row, ...block, after.row]
  const gaps = chain.slice(1).map((lower, at) => gapOf({ upper: chain[at] ?? lower, lower }))
  const widest = Math.max(...gaps)
  const others = gaps.filter((gap) => gap < widest - sameGap * page.lineHeight)
  if (others.length === gaps.length - 1) return gaps.indexOf(widest)
  if (style === 'centred') return Math.ceil(block.length / 2)
  return style === 'below' ? block.length : 0
}

/** Lines that follow each other closely from a row on. */
function nearEnd(input: { block: BodyLine[]; from: BodyLine | undefined; page: LayoutPage }): BodyLine[] {
  const { block, from, page } = input
  let last = from
  const far = block.findIndex((one) => {
    const isNear = last && distanceOf({ a: last, b: one }) < nearest * page.lineHeight
    last = one
    return !isNear
  })
  return far < 0 ? block : block.slice(0, far)
}

function distanceOf({ a, b }: { a: BodyLine; b: BodyLine }): number {
  return a.line.box.y < b.line.box.y ? gapOf({ upper: a, lower: b }) : gapOf({ upper: b, lower: a })
}

function gapOf({ upper, lower }: { upper: BodyLine; lower: BodyLine }): number {
  return lower.line.box.y - bottomOf(upper.line.box)
}

function hasText(row: BodyLine | undefined): boolean {
  return row !== undefined && fieldsOf(row.cells).some((field) => !isTelling(field))
}

/** Texts go on from line to line; a figure stands on one of them. */
function mergeCells(lines: BodyLine[]): Cells {
  const merged: Cells = new Map()
  for (const { cells, kind } of lines) {
    for (const [column, parts] of cells) {
      const isText = column.field !== null && !isTelling(column.field)
      if (isText) merged.set(column, [...(merged.get(column) ?? []), ...parts])
      else if (kind === 'row' && !merged.has(column)) merged.set(column, parts)
    }
  }
  return merged
}
