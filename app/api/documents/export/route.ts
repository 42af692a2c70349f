import { exportList } from '@/lib/documents/export/export-documents'
import { documentFilterSchema, exportRowsSchema } from '@/lib/documents/model/schema'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'

const querySchema = documentFilterSchema
  .omit({ cursor: true, limit: true })
  .extend({ format: tableFormatSchema, rows: exportRowsSchema })

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, query, request }) => {
    const { format, rows, ...filter } = query
    const locale = requestLocale(request)
    const { name, sheets } = await exportList({ user, filter, format, rows, locale })
    return tableDownload({ format, name, locale, sheets })
  },
)
