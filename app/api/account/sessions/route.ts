import { requireSession } from '@/lib/http/auth'
import { handleRoute } from '@/lib/http/handle-route'
import { readOwnSessions } from '@/lib/people/sessions/own-sessions'

export const GET = handleRoute({ access: 'signed-in' }, async ({ user }) => {
  const { id } = await requireSession()
  return readOwnSessions({ personId: user.id, currentId: id })
})
