export type CsvCell = string | number | null

/** Starts a file so that Excel reads it as UTF-8. */
export const csvStart = '\uFEFF'

/** Excel expects `;` where the decimal mark is a comma. (A `sep=` line would make it forget the encoding.) */
export function csvSeparator(locale: string): ',' | ';' {
  return new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','
}

/** One line of RFC 4180 text. Text that a spreadsheet would run as a formula is made harmless by an apostrophe. */
export function csvLine({ cells, separator }: { cells: CsvCell[]; separator: string }): string {
  return `${cells.map((cell) => csvCell({ cell, separator })).join(separator)}\r\n`
}

function csvCell({ cell, separator }: { cell: CsvCell; separator: string }): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
