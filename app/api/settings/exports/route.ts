import { handleRoute } from '@/lib/http/handle-route'
import { createColumnSet } from '@/lib/steps/exports/column-sets'
import { newColumnSetSchema } from '@/lib/steps/exports/schema'

export const POST = handleRoute({ access: 'settings', body: newColumnSetSchema }, async ({ body }) =>
  Response.json(await createColumnSet(body), { status: 201 }),
)
