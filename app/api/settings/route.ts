import { handleRoute } from '@/lib/http/handle-route'
import { changeDeskSettings, readDeskSettings } from '@/lib/settings/desk'
import { deskSettingsChangeSchema } from '@/lib/settings/schema'

export const GET = handleRoute({ access: 'settings' }, async () => readDeskSettings())

export const PATCH = handleRoute(
  { access: 'settings', body: deskSettingsChangeSchema },
  async ({ user, body }) => changeDeskSettings({ userId: user.id, change: body }),
)
