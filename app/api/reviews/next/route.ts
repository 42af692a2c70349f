import { nextReviewSchema } from '@/lib/documents/model/review-queue'
import { takeNext } from '@/lib/documents/review/claims'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute(
  { access: 'review', body: nextReviewSchema },
  async ({ user, body: { without, ...filter } }) => ({ document: await takeNext({ user, filter, without }) }),
)
