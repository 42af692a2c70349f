import { z } from 'zod'
import { maxBulk, retryMany } from '@/lib/documents/retry-many'
import { documentFilterSchema } from '@/lib/documents/schema'
import { handleRoute } from '@/lib/http/handle-route'

const bodySchema = z.union([
  z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(maxBulk) }),
  z.strictObject({ filter: documentFilterSchema.omit({ cursor: true, limit: true }) }),
])

export const POST = handleRoute({ access: 'documents', body: bodySchema }, async ({ user, body }) => ({
  documents: await retryMany({ user, ...body }),
}))
