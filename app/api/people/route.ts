import { handleRoute } from '@/lib/http/handle-route'
import { readDirectory } from '@/lib/people/directory'

export const GET = handleRoute({ access: 'settings' }, async () => readDirectory())
