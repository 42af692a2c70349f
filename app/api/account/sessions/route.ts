import { requireSession } from '@/lib/http/auth'
import { handleRoute } from '@/lib/http/handle-route'
import { listSessionsOf } from '@/lib/people/sessions/store'

export const GET = handleRoute({ access: 'signed-in' }, async ({ user }) => {
  const [current, sessions] = await Promise.all([requireSession(), listSessionsOf(user.id)])
  return { sessions: sessions.map((session) => ({ ...session, current: session.id === current.id })) }
})
