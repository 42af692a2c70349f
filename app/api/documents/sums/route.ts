import { documentFilterSchema } from '@/lib/documents/model/schema'
import { sumList } from '@/lib/documents/read/list-documents'
import { handleRoute } from '@/lib/http/handle-route'

const querySchema = documentFilterSchema.omit({ cursor: true, limit: true })

export const GET = handleRoute({ access: 'documents', query: querySchema }, async ({ user, query }) =>
  sumList({ user, filter: query }),
)
