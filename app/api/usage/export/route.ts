import { csvDownload } from '@/lib/http/csv-download'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { monthRows } from '@/lib/usage/export'
import { overviewQuerySchema } from '@/lib/usage/schema'

export const GET = handleRoute({ access: 'usage', query: overviewQuerySchema }, async ({ query, request }) =>
  csvDownload({
    name: 'usage.csv',
    locale: requestLocale(request),
    rows: monthRows({ months: query.months, now: new Date() }),
  }),
)
