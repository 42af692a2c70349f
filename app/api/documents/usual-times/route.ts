import { readUsualTimes } from '@/lib/documents/lifecycle/usual-times'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'documents' }, async () => ({ times: await readUsualTimes() }))
