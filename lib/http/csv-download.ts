import 'server-only'
import type { Locale } from '../i18n/catalogues'
import { type CsvValue, csvFormat } from '../table/csv'
import { contentDisposition } from './content-disposition'

type CsvFile = { name: string; locale: Locale; rows: AsyncIterable<CsvValue[]> }

/** A CSV file to save, sent as its rows come. */
export function csvDownload({ name, locale, rows }: CsvFile): Response {
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
