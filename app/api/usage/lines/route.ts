import { handleRoute } from '@/lib/http/handle-route'
import { readLines } from '@/lib/usage/lines'
import { linesQuerySchema } from '@/lib/usage/schema'

export const GET = handleRoute({ access: 'usage', query: linesQuerySchema }, async ({ query }) =>
  readLines(query),
)
