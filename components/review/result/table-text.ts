import type { ResultTable } from './result-tree'
import { plainValue } from './value-text'

/** A table as spreadsheets take it from the clipboard: tabs between cells, a line per row, labels on top. */
export function tableText(table: ResultTable): string {
  const header = table.columns.map(({ label }) => label)
  const rows = table.rows.map(({ cells }) => cells.map(({ value }) => plainValue(value)))
  return [header, ...rows].map((cells) => cells.map(onOneLine).join('\t')).join('\n')
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}
