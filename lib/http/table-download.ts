import 'server-only'
import writeExcelFile from 'write-excel-file/node'
import { organisationTimeZone } from '../env'
import type { Locale } from '../i18n/catalogues'
import { type CsvValue, csvFormat } from '../table/csv'
import type { TableFormat } from '../table/formats'
import { toSheet } from '../table/xlsx'
import { contentDisposition } from './content-disposition'

/** `name` is without the ending. The first row is the head. */
type Table = { format: TableFormat; name: string; locale: Locale; rows: AsyncIterable<CsvValue[]> }

/** A workbook is made in memory, so it holds no more than this; a larger table comes as CSV, which has no limit. */
const maxCells = 200_000

export async function tableDownload({ format, name, locale, rows }: Table): Promise<Response> {
  const csv = (all: AsyncIterable<CsvValue[]>) => csvDownload({ name: `${name}.csv`, locale, rows: all })
  if (format === 'csv') return csv(rows)
  const rest = rows[Symbol.asyncIterator]()
  const first = await take({ rest, cells: maxCells })
  return first.isAll ? excelDownload({ name, rows: first.rows }) : csv(chain({ first: first.rows, rest }))
}

async function excelDownload({ name, rows }: { name: string; rows: CsvValue[][] }): Promise<Response> {
  const { data, columns } = toSheet({ rows, timeZone: organisationTimeZone() })
  const bytes = await writeExcelFile(data, { columns, stickyRowsCount: 1 }).toBuffer()
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Length': String(bytes.length),
      'Content-Disposition': contentDisposition({ kind: 'attachment', name: `${name}.xlsx` }),
      'Cache-Control': 'private, no-store',
    },
  })
}

type Taken = { rest: AsyncIterator<CsvValue[]>; cells: number }

async function take({ rest, cells }: Taken): Promise<{ rows: CsvValue[][]; isAll: boolean }> {
  const rows: CsvValue[][] = []
  let taken = 0
  while (taken <= cells) {
    const next = await rest.next()
    if (next.done) return { rows, isAll: true }
    rows.push(next.value)
    taken += next.value.length
  }
  return { rows, isAll: false }
}

type Chain = { first: CsvValue[][]; rest: AsyncIterator<CsvValue[]> }

async function* chain({ first, rest }: Chain): AsyncGenerator<CsvValue[]> {
  yield* first
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

type CsvFile = { name: string; locale: Locale; rows: AsyncIterable<CsvValue[]> }

function csvDownload({ name, locale, rows }: CsvFile): Response {
  const csv = csvFormat(locale)
  const encoder = new TextEncoder()
  const iterator = rows[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csv.start)),
    pull: async (controller) => {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(csv.row(next.value)))
    },
    cancel: async () => {
      await iterator.return?.()
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': contentDisposition({ kind: 'attachment', name }),
      'Cache-Control': 'private, no-store',
    },
  })
}
