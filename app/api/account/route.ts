import { handleRoute } from '@/lib/http/handle-route'
import { changePreferences, readPreferences } from '@/lib/people/preferences/preferences'
import { preferencesChangeSchema } from '@/lib/people/preferences/schema'

export const GET = handleRoute({ access: 'signed-in' }, async ({ user }) => readPreferences(user.id))

export const PATCH = handleRoute(
  { access: 'signed-in', body: preferencesChangeSchema },
  async ({ user, body }) => changePreferences({ id: user.id, change: body }),
)
