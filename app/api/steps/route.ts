import { listSteps } from '@/lib/documents/steps'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents' }, async () => ({ steps: await listSteps() }))
