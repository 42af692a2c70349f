import { handleRoute } from '@/lib/http/handle-route'
import { readOverview } from '@/lib/usage/overview'
import { overviewQuerySchema } from '@/lib/usage/schema'

export const GET = handleRoute({ access: 'usage', query: overviewQuerySchema }, async ({ query }) =>
  readOverview({ months: query.months, now: new Date() }),
)
