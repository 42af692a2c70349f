import { handleRoute } from '@/lib/http/handle-route'
import { tableDownload } from '@/lib/http/table-download'
import { requestLocale } from '@/lib/i18n/request'
import { tableFormatSchema } from '@/lib/table/formats'
import { monthSheet } from '@/lib/usage/export'
import { overviewQuerySchema } from '@/lib/usage/schema'

const querySchema = overviewQuerySchema.extend({ format: tableFormatSchema.default('csv') })

export const GET = handleRoute({ access: 'usage', query: querySchema }, async ({ query, request }) =>
  tableDownload({
    format: query.format,
    name: 'usage',
    locale: requestLocale(request),
    sheets: [monthSheet({ months: query.months, now: new Date() })],
  }),
)
