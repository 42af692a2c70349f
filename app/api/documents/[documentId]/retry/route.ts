import { retry } from '@/lib/documents/actions/change-document'
import { retrySchema } from '@/lib/documents/model/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute(
  { access: 'documents', params: ['documentId'], query: retrySchema },
  async ({ user, params, query }) => retry({ user, id: params.documentId, ...query }),
)
