import { widthOf } from '../../fonts/text-width'
import { type Phrase, textOf } from '../../layout/phrase'
import type { TablePlan } from '../plan/plan'
import type { Value } from '../values/make-value'
import { writeNumber } from '../values/numbers'
import type { Office } from '../values/office'
import { sayInLine } from './cell'
import { drawBox, drawRule, type Frame, heightOf, keep, lineHeight, put } from './frame'

type Column = { x: number; width: number; isRight: boolean; head: Phrase }

type Ruling = 'none' | 'rows' | 'all' | 'head' | 'stripes'

export function printTable(frame: Frame, table: TablePlan, office: Office): void {
  if (table.rows.length <= 4 && table.columns.length > 2 && frame.random.chance(0.15))
    printTurned(frame, table)
  else printUpright(frame, table, office)
}

function printUpright(frame: Frame, table: TablePlan, office: Office): void {
  const { random, look } = frame
  const size = look.size * (table.columns.length > 5 ? 0.85 : random.pick([0.9, 1, 1]))
  const ruling = random.weighted<Ruling>([
    ['none', 2],
    ['rows', 2],
    ['all', 3],
    ['head', 2],
    ['stripes', 1],
  ])
  const cells = table.rows.map((row, at) => row.map((value, column) => sayCell(table, { value, at, column })))
  const columns = settle(frame, { table, cells, size })
  const isRepeated = random.chance(0.75)
  const hasGroups = table.rows.length > 5 && random.chance(0.1)
  keep(frame, lineHeight(frame) * 4)
  printHead(frame, { columns, ruling, size })
  for (const [at, row] of cells.entries()) {
    const page = frame.sheet.current()
    const height = rowHeight(frame, { row, columns, size })
    keep(frame, height)
    if (frame.sheet.current() !== page && isRepeated) printHead(frame, { columns, ruling, size })
    if (hasGroups && at % 4 === 0) printGroupRow(frame, { number: at / 4 + 1, size })
    printRow(frame, { row, columns, ruling, size, height, isStriped: at % 2 === 1 })
  }
  if (random.chance(0.35)) printTotals(frame, { table, columns, size, office })
  frame.y += look.size
}

function sayCell(
  table: TablePlan,
  { value, at, column }: { value: Value | null; at: number; column: number },
): Phrase {
  const name = table.columns[column]?.name ?? null
  const path = table.path !== null && name !== null ? `${table.path}.${at}.${name}` : null
  return value ? sayInLine({ value, path }) : []
}

/** Widths by what stands in the columns, shrunk or stretched to the frame. */
function settle(frame: Frame, given: { table: TablePlan; cells: Phrase[][]; size: number }): Column[] {
  const { table, cells, size } = given
  const { look, random } = frame
  const isFull = random.chance(0.8)
  const wanted = table.columns.map(({ label }, at) => {
    const head = widthOf(look.capitals ? label.toUpperCase() : label, { font: look.font, size, bold: true })
    const body = Math.max(
      0,
      ...cells.slice(0, 12).map((row) => widthOf(textOf(row[at] ?? []), { font: look.font, size })),
    )
    return Math.max(Math.min(body, 170), Math.min(head, 90), 18) + 12
  })
  const sum = wanted.reduce((total, width) => total + width, 0)
  const scale = sum > frame.width || isFull ? frame.width / sum : 1
  let x = frame.left
  return table.columns.map(({ label, field }, at) => {
    const width = (wanted[at] ?? 40) * scale
    const column = {
      x,
      width,
      isRight: /^(money|integer|number|percent|row)/.test(field.kind),
      head: [look.capitals ? label.toUpperCase() : label],
    }
    x += width
    return column
  })
}

function rowHeight({ look }: Frame, given: { row: Phrase[]; columns: Column[]; size: number }): number {
  const { row, columns, size } = given
  const heights = row.map((phrase, at) =>
    heightOf(look, [phrase], { width: (columns[at]?.width ?? 40) - 8, size }),
  )
  return Math.max(size * look.spacing, ...heights) + 4
}

function printHead(frame: Frame, given: { columns: Column[]; ruling: Ruling; size: number }): void {
  const { columns, ruling, size } = given
  const { look } = frame
  const row = columns.map(({ head }) => head)
  const height =
    Math.max(
      ...row.map((phrase, at) =>
        heightOf(look, [phrase], { width: (columns[at]?.width ?? 40) - 8, size, bold: true }),
      ),
    ) + 5
  keep(frame, height * 2)
  const [first, last] = [columns[0], columns.at(-1)]
  if (first && last && (ruling === 'stripes' || ruling === 'head'))
    frame.sheet.draw({
      kind: 'band',
      x: first.x,
      y: frame.y,
      width: last.x + last.width - first.x,
      height,
      colour: '#e6e6ee',
    })
  for (const column of columns) {
    const { x, width, isRight, head } = column
    put(frame, [head], {
      x: x + 4,
      y: frame.y + 2,
      width: width - 8,
      size,
      bold: true,
      align: isRight ? 'right' : 'left',
    })
    if (ruling === 'all') drawBox(frame, { x, y: frame.y, width, height })
  }
  frame.y += height
  if (first && last && ruling !== 'all' && ruling !== 'none')
    drawRule(frame, { x1: first.x, x2: last.x + last.width, y: frame.y, thickness: 1 })
}

function printRow(
  frame: Frame,
  given: {
    row: Phrase[]
    columns: Column[]
    ruling: Ruling
    size: number
    height: number
    isStriped: boolean
  },
): void {
  const { row, columns, ruling, size, height, isStriped } = given
  const [first, last] = [columns[0], columns.at(-1)]
  if (first && last && ruling === 'stripes' && isStriped)
    frame.sheet.draw({
      kind: 'band',
      x: first.x,
      y: frame.y,
      width: last.x + last.width - first.x,
      height,
      colour: '#f4f4f8',
    })
  for (const [at, column] of columns.entries()) {
    const { x, width, isRight } = column
    put(frame, [row[at] ?? []], {
      x: x + 4,
      y: frame.y + 2,
      width: width - 8,
      size,
      align: isRight ? 'right' : 'left',
    })
    if (ruling === 'all') drawBox(frame, { x, y: frame.y, width, height })
  }
  frame.y += height
  if (first && last && ruling === 'rows')
    drawRule(frame, { x1: first.x, x2: last.x + last.width, y: frame.y })
}

function printGroupRow(frame: Frame, { number, size }: { number: number; size: number }): void {
  const names = ['Group', 'Part', 'Section', 'Category', 'Lot']
  const name = names[(frame.look.labelBold ? 1 : 0) + (Math.round(size) % 4)] ?? 'Group'
  frame.y =
    put(frame, [[`${name} ${number}`]], {
      x: frame.left + 4,
      y: frame.y + 2,
      width: frame.width,
      size,
      bold: true,
    }) + 2
}

/** Sums of what can be added up; no row of the table. */
function printTotals(
  frame: Frame,
  given: { table: TablePlan; columns: Column[]; size: number; office: Office },
): void {
  const { table, columns, size, office } = given
  const sums = table.columns.map(({ field }, at) => {
    if (!/^(money|integer)/.test(field.kind)) return null
    const numbers = table.rows.map((row) => Number(row[at]?.truth ?? 0))
    return writeNumber(
      numbers.reduce((sum, each) => sum + each, 0),
      field.kind.startsWith('money') ? 2 : 0,
      office,
    )
  })
  if (sums[0] !== null || sums.every((sum) => sum === null)) return
  keep(frame, size * 2)
  const height = size * frame.look.spacing + 4
  const label = frame.random.pick(['Total', 'TOTAL', 'Totals', 'Sum', 'Total:'])
  for (const [at, column] of columns.entries()) {
    const text = at === 0 ? label : (sums[at] ?? '')
    put(frame, [[text]], {
      x: column.x + 4,
      y: frame.y + 2,
      width: column.width - 8,
      size,
      bold: true,
      align: at > 0 && column.isRight ? 'right' : 'left',
    })
  }
  frame.y += height
}

/** Each record is a column, each field a row. */
function printTurned(frame: Frame, table: TablePlan): void {
  const { look } = frame
  const labelWidth = frame.width * 0.3
  const width = Math.min(150, (frame.width - labelWidth) / table.rows.length)
  const isRuled = frame.random.chance(0.6)
  for (const [column, { label }] of table.columns.entries()) {
    const cells = table.rows.map((row, at) => sayCell(table, { value: row[column] ?? null, at, column }))
    const print = { width: width - 8, size: look.size }
    const labelHeight = heightOf(look, [[label]], { width: labelWidth - 8, size: look.size, bold: true })
    const height = Math.max(labelHeight, ...cells.map((cell) => heightOf(look, [cell], print))) + 4
    keep(frame, height)
    put(frame, [[label]], {
      x: frame.left + 2,
      y: frame.y + 2,
      width: labelWidth - 8,
      size: look.size,
      bold: true,
    })
    for (const [at, cell] of cells.entries())
      put(frame, [cell], { ...print, x: frame.left + labelWidth + at * width + 2, y: frame.y + 2 })
    if (isRuled)
      drawBox(frame, { x: frame.left, y: frame.y, width: labelWidth + width * cells.length, height })
    frame.y += height
  }
  frame.y += look.size
}
