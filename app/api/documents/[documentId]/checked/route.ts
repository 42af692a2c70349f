import { markChecked } from '@/lib/documents/check-document'
import { markCheckedSchema } from '@/lib/documents/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', body: markCheckedSchema },
  async ({ user, params, body }) => markChecked({ user, id: params.documentId ?? '', ...body }),
)
