import { openEventStream } from '@/lib/events/stream'
import { requireSession } from '@/lib/http/auth'
import { handleRoute } from '@/lib/http/handle-route'

export const GET = handleRoute({ access: 'signed-in' }, async ({ request, user }) => {
  const { id } = await requireSession()
  return openEventStream({ user, sessionId: id, signal: request.signal })
})
