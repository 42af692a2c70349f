import { z } from 'zod'
import { exportJson, exportOne } from '@/lib/documents/export-documents'
import { contentDisposition } from '@/lib/http/content-disposition'
import { csvDownload } from '@/lib/http/csv-download'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale, requestTranslate } from '@/lib/i18n/request'

const querySchema = z.object({ format: z.enum(['json', 'csv']) })

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, params, query, request }) => {
    const id = params.documentId ?? ''
    if (query.format === 'csv') {
      const { name, rows } = await exportOne({ user, id, t: requestTranslate(request) })
      return csvDownload({ name: `${name}.csv`, locale: requestLocale(request), rows })
    }
    const json = await exportJson({ user, id })
    const disposition = contentDisposition({ kind: 'attachment', name: `${json.document.name}.json` })
    const headers = { 'Content-Disposition': disposition, 'Cache-Control': 'private, no-store' }
    return Response.json(json, { headers })
  },
)
