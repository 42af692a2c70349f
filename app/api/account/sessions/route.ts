import { handleRoute } from '@/lib/http/handle-route'
import { readOwnSessions } from '@/lib/people/sessions/own-sessions'

export const GET = handleRoute({ access: 'session' }, ({ user, sessionId }) =>
  readOwnSessions({ personId: user.id, currentId: sessionId }),
)
