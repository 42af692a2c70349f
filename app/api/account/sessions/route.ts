import { handleRoute } from '@/lib/http/handle-route'
import { readOwnSessions } from '@/lib/people/sessions/own-sessions'

export const GET = handleRoute({ access: 'signed-in' }, ({ user, sessionId }) =>
  readOwnSessions({ personId: user.id, currentId: sessionId }),
)
