import { changeRow } from '@/lib/documents/change-rows'
import { changeRowSchema } from '@/lib/documents/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', body: changeRowSchema },
  async ({ user, params, body }) => changeRow({ user, id: params.documentId ?? '', ...body }),
)
