import { handleRoute } from '@/lib/http/handle-route'
import { changeDeskSettings } from '@/lib/settings/change-desk'
import { readDeskSettings } from '@/lib/settings/desk'
import { deskSettingsChangeSchema } from '@/lib/settings/schema'

export const GET = handleRoute({ access: 'settings' }, async () => readDeskSettings())

export const PATCH = handleRoute(
  { access: 'settings', body: deskSettingsChangeSchema },
  async ({ user, body }) => changeDeskSettings({ user, change: body }),
)
