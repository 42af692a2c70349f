/** CSV that opens right in a spreadsheet: UTF-8 with BOM, CRLF, never a `sep=` line. Pure. */
export type CsvValue = string | number | boolean | null | undefined

type CsvFormat = {
  /** Text set before the first row. */
  start: string
  row: (values: readonly CsvValue[]) => string
}

/**
 * The CSV that spreadsheets set to this language expect: where the decimal mark is a comma, cells are separated by
 * semicolons and numbers written with a comma.
 */
export function csvFormat(locale: string): CsvFormat {
  const decimalMark = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')
  const comma = decimalMark?.value === ','
  const separator = comma ? ';' : ','
  const needsQuotes = new RegExp(`[${separator}"\\r\\n]|^\\s|\\s$`)
  const cell = (value: CsvValue) => {
    const text = typeof value === 'number' ? formatNumber({ value, comma }) : harmless(value)
    return needsQuotes.test(text) || (typeof value === 'string' && longDigits.test(value))
      ? `"${text.replaceAll('"', '""')}"`
      : text
  }
  return { start: '\uFEFF', row: (values) => `${values.map(cell).join(separator)}\r\n` }
}

/** Account numbers and the like: programs that tell texts from numbers by their quotes keep every digit. */
const longDigits = /^(0\d+|\d{16,})$/

/** Made once: making one takes longer than a hundred numbers. */
const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 })

/** Plain digits: grouping marks and exponents are read as text by spreadsheets. */
function formatNumber({ value, comma }: { value: number; comma: boolean }): string {
  const text = Number.isFinite(value) ? digits.format(value) : ''
  return comma ? text.replace('.', ',') : text
}

/**
 * OWASP "CSV Injection": a text that a spreadsheet would take for a formula is led by an apostrophe. A text that is
 * only a signed number is none.
 */
function harmless(value: Exclude<CsvValue, number>): string {
  const text = value === null || value === undefined ? '' : String(value)
  if (/^[+-][\d.,\s]*\d$/.test(text)) return text
  return /^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text
}
