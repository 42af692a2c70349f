import { getSettings } from '@/lib/env'
import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { setupSchema } from '@/lib/people/account-schema'
import { completeSetup } from '@/lib/people/invitations/setup'

export const POST = handleRoute({ access: 'public', body: setupSchema }, async ({ body, request }) => {
  const { INTRAY_DATA_DIR: dataDir } = getSettings()
  const account = await completeSetup({ ...body, dataDir, locale: requestLocale(request) })
  return Response.json(account, { status: 201 })
})
