import { changeRowSchema } from '@/lib/documents/model/schema'
import { changeRow } from '@/lib/documents/review/change-rows'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', params: ['documentId'], body: changeRowSchema },
  async ({ user, params, body }) => changeRow({ user, id: params.documentId, ...body }),
)
