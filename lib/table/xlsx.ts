import type { Cell, SheetData } from 'write-excel-file/node'
import type { CsvValue } from './csv'

/** What a workbook of one sheet is made of. Widths are in characters. Pure. */
export type Sheet = { data: SheetData; columns: { width: number }[] }

/** Excel's own limits: characters in a cell, digits of a number. */
const maxTextLength = 32_767
const maxExact = 1e15
/** A sheet knows no day before 1900, and counts a 29 February of that year which was none. */
const firstDay = Date.UTC(1900, 2, 1)

const widest = 60
const day = /^\d{4}-\d{2}-\d{2}$/
const minute = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/**
 * Rows, the head first, as cells: numbers as numbers; a column in which every text is a day or a time as dates, instants
 * on the clocks of `timeZone`, for a spreadsheet knows no zones; all other text as text, whatever it begins with.
 */
export function toSheet({ rows, timeZone }: { rows: CsvValue[][]; timeZone: string }): Sheet {
  const [head = [], ...body] = rows
  const toCells = head.map((_, column) =>
    cellMaker({ values: body.map((row) => row[column]).filter(isText), timeZone }),
  )
  return {
    data: [
      head.map((name) => ({ value: String(name ?? ''), type: String, fontWeight: 'bold' as const })),
      ...body.map((row) => toCells.map((toCell, column) => toCell(row[column]))),
    ],
    columns: head.map((_, column) => ({ width: widthOf(rows.map((row) => row[column])) })),
  }
}

type MakeCell = (value: CsvValue) => Cell

function cellMaker({ values, timeZone }: { values: string[]; timeZone: string }): MakeCell {
  const isAll = (form: RegExp) =>
    values.length > 0 && values.every((value) => form.test(value) && toDate(value))
  if (isAll(day)) return dateMaker({ format: 'yyyy-mm-dd', read: toDate })
  if (isAll(minute)) return dateMaker({ format: 'yyyy-mm-dd hh:mm', read: toDate })
  if (isAll(instant)) return dateMaker({ format: 'yyyy-mm-dd hh:mm:ss', read: onClocks(timeZone) })
  return plainCell
}

function dateMaker({ format, read }: { format: string; read: (text: string) => Date | null }): MakeCell {
  return (value) => {
    const date = isText(value) ? read(value) : null
    return date ? { value: date, type: Date, format } : plainCell(value)
  }
}

function plainCell(value: CsvValue): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return { value, type: Boolean }
  if (typeof value === 'number' && Math.abs(value) < maxExact) return { value, type: Number }
  return { value: String(value).slice(0, maxTextLength), type: String }
}

/** The text as if it were UTC, which is what a sheet without zones shows; null where it is no day that a sheet knows. */
function toDate(text: string): Date | null {
  const date = new Date(
    text.length > 16 ? text : `${text.replace(' ', 'T')}${text.length > 10 ? ':00' : 'T00:00:00'}Z`,
  )
  return date.getTime() >= firstDay && date.getUTCDate() === Number(text.slice(8, 10)) ? date : null
}

function onClocks(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (text: string) => new Date(`${format.format(new Date(text)).replace(' ', 'T')}Z`)
}

function widthOf(values: CsvValue[]): number {
  const longest = values.reduce<number>((most, value) => Math.max(most, String(value ?? '').length), 8)
  return Math.min(longest, widest) + 2
}

const isText = (value: CsvValue): value is string => typeof value === 'string' && value !== ''
