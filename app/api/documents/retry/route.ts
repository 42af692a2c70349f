import { z } from 'zod'
import { maxBulk, readRetryable, retryMany } from '@/lib/documents/actions/retry-many'
import { documentFilterSchema } from '@/lib/documents/model/schema'
import { handleRoute } from '@/lib/http/handle-route'
import { requestTranslate } from '@/lib/i18n/request'

const filterSchema = documentFilterSchema.omit({ cursor: true, limit: true })
const bodySchema = z.union([
  z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(maxBulk) }),
  z.strictObject({ filter: filterSchema }),
])

export const GET = handleRoute({ access: 'documents', query: filterSchema }, async ({ user, query }) =>
  readRetryable({ user, filter: query }),
)

export const POST = handleRoute({ access: 'documents', body: bodySchema }, async ({ request, user, body }) =>
  retryMany({ user, t: requestTranslate(request), ...body }),
)
