import { Zip, ZipDeflate } from 'fflate'
import type { CsvValue } from '../csv'
import type { TableColumn, TableSheet } from '../table-sheet'
import { cellStyles, localTimeIn, toCellContent } from './cell'
import { columnName, sheetEnd, sheetStart, toXml, workbookParts } from './parts'

/** Rows of a sheet, the head among them (Excel's own limit). */
const maxRows = 1_048_576
/** So much text is gathered before it is compressed, in characters. */
const batch = 64_000
const widest = 60
const usualWidth = 14

type Workbook = { sheets: TableSheet[]; timeZone: string }

/**
 * A workbook (.xlsx), piece by piece as its rows come: it is never in memory as a whole. Heads stay in sight and filter
 * their columns.
 */
export async function* writeWorkbook({ sheets, timeZone }: Workbook): AsyncGenerator<Uint8Array> {
  const zipped: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    zipped.push(bytes)
  })
  const toLocalTime = localTimeIn(timeZone)
  for (const [name, content] of workbookParts(sheetNames(sheets))) {
    const part = addPart({ zip, name })
    part.push(encoder.encode(content), true)
  }
  for (const [index, sheet] of sheets.entries()) {
    const part = addPart({ zip, name: `xl/worksheets/sheet${index + 1}.xml` })
    for await (const text of sheetTexts({ sheet, toLocalTime })) {
      part.push(encoder.encode(text))
      yield* zipped.splice(0)
    }
    part.push(new Uint8Array(), true)
  }
  zip.end()
  yield* zipped.splice(0)
}

const encoder = new TextEncoder()

function addPart({ zip, name }: { zip: Zip; name: string }): ZipDeflate {
  const part = new ZipDeflate(name, { level: 6 })
  zip.add(part)
  return part
}

type LocalTime = { toLocalTime: (instant: string) => string }

async function* sheetTexts({
  sheet,
  toLocalTime,
}: LocalTime & { sheet: TableSheet }): AsyncGenerator<string> {
  const { columns } = sheet
  let text = sheetStart(columns.map(widthOf)) + headRow(columns)
  let rows = 1
  for await (const values of sheet.rows()) {
    rows += 1
    if (rows > maxRows) throw new Error(`a sheet holds no more than ${maxRows} rows`)
    text += bodyRow({ values, columns, row: rows, toLocalTime })
    if (text.length < batch) continue
    yield text
    text = ''
  }
  yield text + sheetEnd({ columns: columns.length, rows })
}

function headRow(columns: TableColumn[]): string {
  const cells = columns.map(({ head }, index) =>
    textCell({ text: head, at: `${columnName(index)}1`, style: cellStyles.head }),
  )
  return `<row r="1">${cells.join('')}</row>`
}

type BodyRow = LocalTime & { values: CsvValue[]; columns: TableColumn[]; row: number }

function bodyRow({ values, columns, row, toLocalTime }: BodyRow): string {
  const cells = columns.map(({ isText = false }, index) => {
    const content = toCellContent({ value: values[index], isText, toLocalTime })
    const at = `${columnName(index)}${row}`
    if (!content) return ''
    if (content.kind === 'text') return textCell({ text: content.text, at, style: cellStyles.plain })
    if (content.kind === 'truth') return `<c r="${at}" t="b"><v>${content.value ? 1 : 0}</v></c>`
    return `<c r="${at}" s="${content.style}"><v>${content.value}</v></c>`
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

const textCell = ({ text, at, style }: { text: string; at: string; style: number }) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toXml(text)}</t></is></c>`

/** The arrow of the filter takes its place beside the head. */
function widthOf({ head, width = usualWidth }: TableColumn): number {
  return Math.min(Math.max(head.length + 4, width + 2), widest)
}

/** Up to 31 characters, none of those that references are written with, each name once. */
export function sheetNames(sheets: Pick<TableSheet, 'name'>[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim() || `${index + 1}`
    const free = [plain, ...Array.from({ length: sheets.length }, (_, at) => `${plain} ${at + 2}`)]
    const found = free.map(cutTo31).find((one) => !taken.has(one.toLowerCase())) ?? `${index + 1}`
    taken.add(found.toLowerCase())
    return found
  })
}

/** The end tells names apart, so the beginning is cut. */
function cutTo31(name: string): string {
  const [, words = '', number = ''] = /^(.*?)( \d+)?$/.exec(name) ?? []
  return `${words.slice(0, 31 - number.length).trim()}${number}`
}
