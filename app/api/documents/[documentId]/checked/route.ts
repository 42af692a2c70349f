import { markCheckedSchema } from '@/lib/documents/model/schema'
import { markChecked } from '@/lib/documents/review/check-document'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', params: ['documentId'], body: markCheckedSchema },
  async ({ user, params, body }) => markChecked({ user, id: params.documentId, ...body }),
)
