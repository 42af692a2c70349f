import 'server-only'
import { organisationTimeZone } from '../env'
import type { Locale } from '../i18n/catalogues'
import { type CsvValue, csvFormat } from '../table/csv'
import type { TableFormat } from '../table/formats'
import type { TableSheet } from '../table/table-sheet'
import { writeWorkbook } from '../table/workbook/write-workbook'
import { contentDisposition } from './content-disposition'

/** `name` is without the ending. CSV holds the first sheet alone. */
type Table = { format: TableFormat; name: string; locale: Locale; sheets: TableSheet[] }

const contentTypes: Record<TableFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** Both kinds leave row by row: however large a table is, no more than a part of it is in memory. */
export function tableDownload({ format, name, locale, sheets }: Table): Response {
  const bytes =
    format === 'xlsx'
      ? writeWorkbook({ sheets, timeZone: organisationTimeZone() })
      : writeCsv({ sheet: sheets[0], locale })
  return new Response(streamOf(bytes), {
    headers: {
      'Content-Type': contentTypes[format],
      'Content-Disposition': contentDisposition({ kind: 'attachment', name: `${name}.${format}` }),
      'Cache-Control': 'private, no-store',
    },
  })
}

async function* writeCsv({ sheet, locale }: { sheet: TableSheet | undefined; locale: Locale }) {
  const csv = csvFormat(locale)
  const encoder = new TextEncoder()
  yield encoder.encode(csv.start)
  if (!sheet) return
  const { columns } = sheet
  const row = (values: CsvValue[]) => encoder.encode(csv.row(values.slice(0, columns.length)))
  yield row(columns.map(({ head }) => head))
  for await (const values of sheet.rows()) yield row(values)
}

function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const next = await bytes.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await bytes.return(undefined)
    },
  })
}
