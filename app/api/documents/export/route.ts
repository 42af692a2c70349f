import { exportList } from '@/lib/documents/export/export-documents'
import { documentFilterSchema } from '@/lib/documents/model/schema'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale, requestTranslate } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'

const querySchema = documentFilterSchema
  .omit({ cursor: true, limit: true })
  .extend({ format: tableFormatSchema })

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, query, request }) => {
    const { format, ...filter } = query
    const rows = await exportList({ user, filter, t: requestTranslate(request) })
    return tableDownload({ format, name: 'documents', locale: requestLocale(request), rows })
  },
)
