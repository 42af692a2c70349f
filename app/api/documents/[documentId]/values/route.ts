import { correctValueSchema } from '@/lib/documents/model/schema'
import { correctValue } from '@/lib/documents/review/check-document'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', params: ['documentId'], body: correctValueSchema },
  async ({ user, params, body }) => correctValue({ user, id: params.documentId, ...body }),
)
