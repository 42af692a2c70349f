import type { CsvValue } from '../csv'

/** Positions in the list of formats (parts.ts). */
export const cellStyles = { plain: 0, head: 1, day: 2, minute: 3, second: 4 }

/** Excel's own limits: characters in a cell, digits of a number. */
const maxTextLength = 32_767
const maxExact = 1e15
/** A sheet knows no day before 1900, and counts a 29 February of that year which was none. */
const firstDay = Date.UTC(1900, 2, 1)
/** Days are counted from this one. */
const epoch = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

const forms = [
  { style: cellStyles.day, pattern: /^\d{4}-\d{2}-\d{2}$/ },
  { style: cellStyles.minute, pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/ },
  { style: cellStyles.second, pattern: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/ },
]

/** What a cell holds, without its place in the sheet. */
type CellContent =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number; style: number }
  | { kind: 'truth'; value: boolean }

/**
 * Numbers as numbers, days and times as dates, all other text as text, whatever it begins with. Instants are told by
 * `toLocalTime`, for a spreadsheet knows no zones. Null for an empty cell.
 */
export function toCellContent({
  value,
  isText,
  toLocalTime,
}: {
  value: CsvValue
  isText: boolean
  toLocalTime: (instant: string) => string
}): CellContent | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return { kind: 'truth', value }
  if (typeof value === 'number' && Math.abs(value) < maxExact) {
    return { kind: 'number', value, style: cellStyles.plain }
  }
  const text = String(value)
  const form = isText ? undefined : forms.find(({ pattern }) => pattern.test(text))
  const serial = form && toSerial(form.style === cellStyles.second ? toLocalTime(text) : text)
  if (form && serial) return { kind: 'number', value: serial, style: form.style }
  return { kind: 'text', text: text.slice(0, maxTextLength) }
}

/** The days of a sheet's count, of a text as if it were UTC; null where it is no day that a sheet knows. */
function toSerial(text: string): number | null {
  const isWithTime = text.length > 'yyyy-mm-dd'.length
  const date = new Date(isWithTime ? `${text.replace(' ', 'T')}Z` : text)
  const isDay = date.getTime() >= firstDay && date.getUTCDate() === Number(text.slice(8, 10))
  return isDay ? (date.getTime() - epoch) / dayMs : null
}

/** `2026-02-28 23:59:30` on the clocks of a zone. */
export function localTimeIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (instant: string) => format.format(new Date(instant))
}
