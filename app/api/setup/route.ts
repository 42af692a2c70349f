import { getSettings } from '@/lib/env'
import { handleRoute } from '@/lib/http/handle-route'
import { setupSchema } from '@/lib/people/account-schema'
import { completeSetup } from '@/lib/people/setup'

export const POST = handleRoute({ access: 'public', body: setupSchema }, async ({ body }) =>
  Response.json(await completeSetup({ ...body, dataDir: getSettings().INTRAY_DATA_DIR }), { status: 201 }),
)
