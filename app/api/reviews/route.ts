import { queueFilterSchema } from '@/lib/documents/model/review-queue'
import { readQueue } from '@/lib/documents/review/claims'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'review', query: queueFilterSchema }, async ({ user, query }) =>
  readQueue({ user, filter: query }),
)
