import { handleRoute } from '@/lib/http/handle-route'
import { listSteps } from '@/lib/steps/steps'

export const GET = handleRoute({ access: 'documents' }, async () => ({ steps: await listSteps() }))
