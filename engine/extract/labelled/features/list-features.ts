import { bottomOf, rightOf } from '@/engine/extract/layout/box'
import type { LayoutPage } from '@/engine/extract/layout/layout'
import type { Paper } from '@/engine/extract/paper/paper'
import { hashFeatures } from '@/engine/extract/ranking/hash'
import { matchName, toLabelWords } from '@/engine/extract/schema/match-name'
import type { ListField, ValueField } from '@/engine/extract/schema/schema-field'
import type { ListRow } from '@/engine/extract/tables/read-lists'

type Read = { paper: Paper; list: ListField; rows: ListRow[] }

/** What tells whether a column of a list was read row for row, by the field of each column. */
export function featuresOfColumns(read: Read): Map<ValueField, Int32Array> {
  const whole = listFeatures(read)
  const fields = new Set(read.rows.flatMap((row) => [...row.keys()]))
  return new Map(
    [...fields].map((field) => {
      const own = columnFeatures({ ...read, field })
      const places = hashFeatures((list) => {
        for (const feature of whole) list.add('list:', feature)
        for (const feature of own) list.add('list:', feature)
        for (const feature of own) list.add('list:', field.kind, '|', feature)
      })
      return [field, places]
    }),
  )
}

function listFeatures({ paper, list, rows }: Read): string[] {
  const found = new Set(rows.flatMap((row) => [...row.keys()])).size
  const [first] = rows
  const last = rows.at(-1)
  const spans = rows.flatMap(spanOf)
  const page = spans[0]?.page ?? paper.pages[0]
  const height = page?.lineHeight ?? 1
  const gaps = spans.slice(1).flatMap((span, at) => {
    const before = spans[at]
    return before && before.page === span.page ? [(span.top - before.top) / height] : []
  })
  const usual = median(gaps)
  const wide = gaps.filter((gap) => gap > 1.5 * usual).length
  const narrow = gaps.filter((gap) => gap < 0.7 * usual).length
  const orphans = orphansOf(spans)
  const fill = mean(rows.map((row) => row.size / Math.max(1, found)))
  return [
    'list',
    `plain:${list.isPlain}`,
    `rows:${Math.min(8, Math.floor(Math.log2(rows.length) * 2))}`,
    `columns:${Math.min(6, found)}`,
    `missing:${Math.min(4, list.columns.length - found)}:${Math.min(4, found)}`,
    `wide:${share({ part: wide, all: gaps.length })}`,
    `narrow:${share({ part: narrow, all: gaps.length })}`,
    `wide and narrow:${wide > 0}:${narrow > 0}`,
    `usual:${Math.min(12, Math.round(usual * 2))}`,
    `upward:${gaps.some((gap) => gap <= 0)}`,
    `orphans:${share({ part: orphans, all: rows.length })}`,
    `fill:${Math.round(fill * 10)}`,
    `first:${Math.round(4 * ((first?.size ?? 0) / Math.max(1, found)))}`,
    `last:${Math.round(4 * ((last?.size ?? 0) / Math.max(1, found)))}`,
    `pages:${Math.min(3, new Set(spans.map((span) => span.page)).size)}`,
    `ocr:${page?.source === 'ocr'}`,
  ]
}

function columnFeatures({ list, rows, field }: Read & { field: ValueField }): string[] {
  const cells = rows.flatMap((row) => row.get(field) ?? [])
  const height = cells[0]?.page?.lineHeight ?? 1
  const spread = Math.min(
    spreadOf(cells.map(({ box }) => box.x)),
    spreadOf(cells.map(({ box }) => rightOf(box))),
    spreadOf(cells.map(({ box }) => box.x + box.width / 2)),
  )
  const shapes = new Map<string, number>()
  for (const { text } of cells) shapes.set(shapeOf(text), (shapes.get(shapeOf(text)) ?? 0) + 1)
  const most = Math.max(...shapes.values())
  const isWith = (pattern: RegExp) =>
    share({ part: cells.filter(({ text }) => pattern.test(text)).length, all: cells.length })
  const heads = cells.filter(({ text }) => {
    const label = toLabelWords(text)
    return list.columns.some((column) => (matchName({ label, field: column })?.score ?? 0) >= 0.8)
  }).length
  const confidence = mean(cells.map((cell) => cell.confidence))
  const isFirst = list.columns[0] === field
  return [
    'column',
    `sure:${Math.round(confidence * 20)}`,
    `fill:${share({ part: cells.length, all: rows.length })}`,
    `spread:${Math.min(10, Math.floor((2 * spread) / height))}`,
    `shape:${share({ part: most, all: cells.length })}`,
    `distinct:${share({ part: new Set(cells.map(({ text }) => text)).size, all: cells.length })}`,
    `digits:${isWith(/\d/)}`,
    `letters:${isWith(/\p{L}{2}/u)}`,
    `both:${isWith(/^\P{L}*\p{L}\S*\s.*\d|^\D*\d\S*\s.*\p{L}/u)}`,
    `ends:${isWith(/[:：]$/)}`,
    `lower:${isWith(/^\p{Ll}/u)}`,
    `long:${isWith(/(?<!\S)\S+(?:\s+\S+){5}/)}`,
    `words:${Math.min(6, Math.round(mean(cells.map(({ text }) => text.split(' ').length))))}`,
    `heads:${share({ part: heads, all: cells.length })}`,
    `is first:${isFirst}`,
    `concept:${field.concept ?? 'none'}`,
  ]
}

type Span = { page: LayoutPage; top: number; bottom: number }

function spanOf(row: ListRow): Span[] {
  const cells = [...row.values()]
  const page = cells[0]?.page
  if (!page) return []
  const top = Math.min(...cells.map(({ box }) => box.y))
  return [{ page, top, bottom: Math.max(...cells.map(({ box }) => bottomOf(box))) }]
}

/** Lines between the first row and the last that no row has a word of. */
function orphansOf(spans: Span[]): number {
  let orphans = 0
  for (const page of new Set(spans.map((span) => span.page))) {
    const own = spans.filter((span) => span.page === page)
    const top = Math.min(...own.map((span) => span.top))
    const bottom = Math.max(...own.map((span) => span.bottom))
    orphans += page.lines.filter(({ box }) => {
      const middle = box.y + box.height / 2
      if (middle < top || middle > bottom) return false
      return !own.some((span) => middle >= span.top - 1 && middle <= span.bottom + 1)
    }).length
  }
  return orphans
}

function shapeOf(text: string): string {
  return text
    .replace(/\d+/g, '9')
    .replace(/\p{L}+/gu, 'a')
    .slice(0, 12)
}

function share({ part, all }: { part: number; all: number }): number {
  return all === 0 ? -1 : part > 0 && part / all < 0.1 ? 0.5 : Math.floor((5 * part) / all + 1e-6)
}

function mean(figures: number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, one) => sum + one, 0) / figures.length
}

function median(figures: number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}

/** How far figures lie from their median, on average. */
function spreadOf(figures: number[]): number {
  const middle = median(figures)
  return mean(figures.map((one) => Math.abs(one - middle)))
}
