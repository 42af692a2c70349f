import { monthKey } from '@/base/calendar'
import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'
import { lineSheet } from '@/lib/usage/export'
import { monthQuerySchema } from '@/lib/usage/schema'

const querySchema = monthQuerySchema.extend({ format: tableFormatSchema.default('csv') })

export const GET = handleRoute({ access: 'usage', query: querySchema }, async ({ query, request }) =>
  tableDownload({
    format: query.format,
    name: `pages-${monthKey(query)}`,
    locale: requestLocale(request),
    sheets: [lineSheet(query)],
  }),
)
