import { getWords } from '@/lib/documents/read/get-words'
import { wordsQuerySchema } from '@/lib/documents/words/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'], query: wordsQuerySchema },
  async ({ user, params, query }) => getWords({ user, id: params.documentId, page: query.page }),
)
