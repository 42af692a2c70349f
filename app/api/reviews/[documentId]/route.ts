import { claimSchema } from '@/lib/documents/model/review-queue'
import { claim, release } from '@/lib/documents/review/claims'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'review', params: ['documentId'], body: claimSchema },
  async ({ user, params, body }) => claim({ user, id: params.documentId, ...body }),
)

export const DELETE = handleRoute({ access: 'review', params: ['documentId'] }, async ({ user, params }) =>
  release({ user, id: params.documentId }),
)
