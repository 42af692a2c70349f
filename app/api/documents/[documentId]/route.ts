import { remove } from '@/lib/documents/actions/change-document'
import { getDocument } from '@/lib/documents/read/get-document'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents', params: ['documentId'] }, async ({ user, params }) =>
  getDocument({ user, id: params.documentId }),
)

export const DELETE = handleRoute({ access: 'documents', params: ['documentId'] }, async ({ user, params }) =>
  remove({ user, id: params.documentId }),
)
