import { z } from 'zod'
import { exportJson, exportOne } from '@/lib/documents/export/export-documents'
import { contentDisposition } from '@/lib/http/content-disposition'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale, requestTranslate } from '@/lib/i18n/request'
import { tableFormats } from '@/lib/table/formats'

const querySchema = z.object({ format: z.enum(['json', ...tableFormats]) })

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'], query: querySchema },
  async ({ user, params, query, request }) => {
    const id = params.documentId
    const { format } = query
    if (format !== 'json') {
      const { name, rows } = await exportOne({ user, id, t: requestTranslate(request) })
      return tableDownload({ format, name, locale: requestLocale(request), rows })
    }
    const json = await exportJson({ user, id })
    const disposition = contentDisposition({ kind: 'attachment', name: `${json.document.name}.json` })
    const headers = { 'Content-Disposition': disposition, 'Cache-Control': 'private, no-store' }
    return Response.json(json, { headers })
  },
)
