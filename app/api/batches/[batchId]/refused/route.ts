import { recordRefused } from '@/lib/documents/batches/record-outcome'
import { refusedFilesSchema } from '@/lib/documents/batches/schema'
import { handleRoute } from '@/lib/http/handle-route'

export const POST = handleRoute(
  { access: 'documents', params: ['batchId'], body: refusedFilesSchema },
  async ({ user, params, body }) => recordRefused({ user, batchId: params.batchId, files: body.files }),
)
