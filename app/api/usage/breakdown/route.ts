import { handleRoute } from '@/lib/http/handle-route'
import { readBreakdown } from '@/lib/usage/lines'
import { monthQuerySchema } from '@/lib/usage/schema'

export const GET = handleRoute({ access: 'usage', query: monthQuerySchema }, async ({ query }) =>
  readBreakdown(query),
)
