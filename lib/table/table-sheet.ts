import type { CsvValue } from './csv'

/** One table of a file: a workbook has several, CSV the first alone. */
export type TableSheet = {
  name: string
  columns: TableColumn[]
  rows: () => AsyncIterable<CsvValue[]>
}

export type TableColumn = {
  head: string
  /** Text stays text, even where it reads like a day. */
  isText?: boolean
  /** In characters. */
  width?: number
}
