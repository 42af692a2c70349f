import { z } from 'zod'
import { exportList } from '@/lib/documents/export/export-documents'
import { documentFilterSchema, exportRowsSchema } from '@/lib/documents/model/schema'
import { maxExportIds } from '@/lib/documents/queries'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'

const form = {
  format: tableFormatSchema,
  rows: exportRowsSchema,
  /** A saved column set, by its name or id. */
  columns: z.string().max(100).optional(),
}
const querySchema = documentFilterSchema.omit({ cursor: true, limit: true }).extend(form)
const bodySchema = z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(maxExportIds), ...form })

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, query, request }) => {
    const { format, rows, columns, ...filter } = query
    const locale = requestLocale(request)
    const { name, sheets } = await exportList({ user, filter, format, rows, columns, locale })
    return tableDownload({ format, name, locale, sheets })
  },
)

export const POST = handleRoute(
  { access: 'documents', body: bodySchema },
  async ({ user, body, request }) => {
    const { ids, format, rows, columns } = body
    const locale = requestLocale(request)
    const { name, sheets } = await exportList({ user, filter: {}, ids, format, rows, columns, locale })
    return tableDownload({ format, name, locale, sheets })
  },
)
