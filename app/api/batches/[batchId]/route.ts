import { getBatch } from '@/lib/documents/batches/batches'
import { handleRoute } from '@/lib/http/handle-route'
import { requestTranslate } from '@/lib/i18n/request'

export const GET = handleRoute({ access: 'documents', params: ['batchId'] }, ({ user, request, params }) =>
  getBatch({ user, id: params.batchId, t: requestTranslate(request) }),
)
