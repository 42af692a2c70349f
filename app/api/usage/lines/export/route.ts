import { csvDownload } from '@/lib/http/csv-download'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { lineRows } from '@/lib/usage/export'
import { monthKey } from '@/lib/usage/months'
import { monthQuerySchema } from '@/lib/usage/schema'

export const GET = handleRoute({ access: 'usage', query: monthQuerySchema }, async ({ query, request }) =>
  csvDownload({
    name: `pages-${monthKey(query)}.csv`,
    locale: requestLocale(request),
    rows: lineRows(query),
  }),
)
