import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

type Part = Record<string, unknown>
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['sheet', 'row', 'c'].includes(name),
})

export type ReadCell = string | number | boolean | Date
export type ReadSheet = { name: string; rows: (ReadCell | null)[][]; filter: string | undefined }

/** The sheets of an .xlsx as a program other than ours would read them: days as dates, empty cells as null. */
export async function readWorkbook(response: Response): Promise<ReadSheet[]> {
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const read = (name: string) => parser.parse(strFromU8(files[name] ?? new Uint8Array()))
  const sheets: Part[] = read('xl/workbook.xml').workbook.sheets.sheet
  return sheets.map(({ name }, index) => {
    const { sheetData, autoFilter } = read(`xl/worksheets/sheet${index + 1}.xml`).worksheet
    return {
      name: String(name),
      rows: (sheetData.row ?? []).map((row: { c?: Part[] }) => readRow(row.c ?? [])),
      filter: autoFilter?.ref,
    }
  })
}

function readRow(cells: Part[]): (ReadCell | null)[] {
  const row: (ReadCell | null)[] = []
  for (const cell of cells) row[columnOf(String(cell.r))] = readCell(cell)
  return Array.from(row, (cell) => cell ?? null)
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? ''
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function readCell(cell: Part): ReadCell {
  const inline = cell.is as { t: string | { '#text'?: string } } | undefined
  if (inline) return typeof inline.t === 'string' ? inline.t : (inline.t['#text'] ?? '')
  if (cell.t === 'b') return cell.v === '1'
  const number = Number(cell.v)
  return Number(cell.s ?? 0) >= 2 ? new Date(Math.round((number - 25_569) * 86_400) * 1000) : number
}
