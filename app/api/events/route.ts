import { openEventStream } from '@/lib/events/stream'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'signed-in' }, ({ request, user, sessionId }) =>
  openEventStream({ user, sessionId, signal: request.signal }),
)
