import { z } from 'zod'
import { exportList } from '@/lib/documents/export-documents'
import { documentFilterSchema } from '@/lib/documents/schema'
import { csvDownload } from '@/lib/http/csv-download'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale, requestTranslate } from '@/lib/i18n/request'

const querySchema = documentFilterSchema
  .omit({ cursor: true, limit: true })
  .extend({ format: z.literal('csv') })

export const GET = handleRoute(
  { access: 'documents', query: querySchema },
  async ({ user, query, request }) => {
    const { format: _, ...filter } = query
    const rows = await exportList({ user, filter, t: requestTranslate(request) })
    return csvDownload({ name: 'documents.csv', locale: requestLocale(request), rows })
  },
)
