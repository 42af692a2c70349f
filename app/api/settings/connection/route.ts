import { handleRoute } from '@/lib/http/handle-route'
import { readConnection } from '@/lib/settings/connection'

export const GET = handleRoute({ access: 'settings' }, async () => readConnection())
