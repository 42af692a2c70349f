import { AppError } from '@/lib/errors'
import { handleRoute } from '@/lib/http/handle-route'
import { endSessions } from '@/lib/people/sessions/store'

export const DELETE = handleRoute({ access: 'session', params: ['sessionId'] }, async ({ user, params }) => {
  const ended = await endSessions({ personId: user.id, sessionId: params.sessionId })
  if (!ended) throw new AppError('request.not_found')
  return new Response(null, { status: 204 })
})
