import { readHistory } from '@/lib/documents/history/read-history'
import { historyQuerySchema } from '@/lib/documents/model/field-event'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute(
  { access: 'documents', params: ['documentId'], query: historyQuerySchema },
  async ({ user, params, query: { cursor, limit } }) =>
    readHistory({ user, id: params.documentId, cursor, limit }),
)
