import { remove } from '@/lib/documents/actions/change-document'
import { getDocument } from '@/lib/documents/read/get-document'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents' }, async ({ user, params }) =>
  getDocument({ user, id: params.documentId ?? '' }),
)

export const DELETE = handleRoute({ access: 'documents' }, async ({ user, params }) =>
  remove({ user, id: params.documentId ?? '' }),
)
