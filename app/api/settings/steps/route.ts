import { handleRoute } from '@/lib/http/handle-route'
import { newStepSchema } from '@/lib/settings/schema'
import { addStep, readSteps } from '@/lib/steps/managed-steps'

export const GET = handleRoute({ access: 'settings' }, async () => readSteps())

export const POST = handleRoute({ access: 'settings', body: newStepSchema }, async ({ body }) =>
  Response.json(await addStep(body), { status: 201 }),
)
