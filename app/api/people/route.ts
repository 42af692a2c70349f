import { handleRoute } from '@/lib/http/handle-route'
import { readDirectory } from '@/lib/people/directory/directory'

export const GET = handleRoute({ access: 'settings' }, async () => readDirectory())
