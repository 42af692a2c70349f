import { correctValue } from '@/lib/documents/check-document'
import { correctValueSchema } from '@/lib/documents/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const PUT = handleRoute(
  { access: 'documents', body: correctValueSchema },
  async ({ user, params, body }) => correctValue({ user, id: params.documentId ?? '', ...body }),
)
