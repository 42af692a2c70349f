import { cancel } from '@/lib/documents/actions/change-document'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'documents', params: ['documentId'] }, async ({ user, params }) =>
  cancel({ user, id: params.documentId }),
)
