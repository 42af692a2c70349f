import { confirmItemSchema } from '@/lib/documents/model/schema'
import { confirmItem } from '@/lib/documents/review/check-document'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', params: ['documentId'], body: confirmItemSchema },
  async ({ user, params, body }) => confirmItem({ user, id: params.documentId, ...body }),
)
