import { listLastAccepted } from '@/lib/documents/lifecycle/attempts-store'
import { handleRoute } from '@/lib/http/handle-route'
import { testConnection } from '@/lib/settings/test-connection'

export const POST = handleRoute({ access: 'settings' }, async () => testConnection(listLastAccepted))
