import { retry } from '@/lib/documents/actions/change-document'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute({ access: 'documents', params: ['documentId'] }, async ({ user, params }) =>
  retry({ user, id: params.documentId }),
)
