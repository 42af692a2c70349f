import { z } from 'zod'
import { exportJson, exportOne } from '@/lib/documents/export/export-documents'
import { exportRowsSchema } from '@/lib/documents/model/schema'
import { contentDisposition } from '@/lib/http/content-disposition'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale } from '@/lib/i18n/request'
import { tableFormats } from '@/lib/table/formats'

const querySchema = z.object({
  format: z.enum(['json', ...tableFormats]),
  rows: exportRowsSchema,
  /** A saved column set, by its name or id. */
  columns: z.string().max(100).optional(),
})

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'], query: querySchema },
  async ({ user, params, query, request }) => {
    const id = params.documentId
    const { format, rows, columns } = query
    if (format !== 'json') {
      const locale = requestLocale(request)
      const { name, sheets } = await exportOne({ user, id, format, rows, columns, locale })
      return tableDownload({ format, name, locale, sheets })
    }
    const json = await exportJson({ user, id })
    const disposition = contentDisposition({ kind: 'attachment', name: `${json.document.name}.json` })
    const headers = { 'Content-Disposition': disposition, 'Cache-Control': 'private, no-store' }
    return Response.json(json, { headers })
  },
)
