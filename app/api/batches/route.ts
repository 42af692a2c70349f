import { z } from 'zod'
import { listBatches } from '@/lib/documents/batches/batches'
import { handleRoute } from '@/lib/http/handle-route'

const querySchema = z.object({ cursor: z.string().max(500).optional() })

export const GET = handleRoute({ access: 'documents', query: querySchema }, ({ user, query }) =>
  listBatches({ user, cursor: query.cursor }),
)
