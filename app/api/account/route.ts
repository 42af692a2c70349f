import { handleRoute } from '@/lib/http/handle-route'
import { changeWishes, readWishes } from '@/lib/people/preferences/preferences'
import { wishesChangeSchema } from '@/lib/people/preferences/schema'

export const GET = handleRoute({ access: 'signed-in' }, async ({ user }) => readWishes(user.id))

export const PATCH = handleRoute({ access: 'signed-in', body: wishesChangeSchema }, async ({ user, body }) =>
  changeWishes({ id: user.id, change: body }),
)
