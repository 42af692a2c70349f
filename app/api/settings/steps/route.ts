import { handleRoute } from '@/lib/http/handle-route'
import { newStepSchema } from '@/lib/steps/schema'
import { addStep, readSteps } from '@/lib/steps/steps'

export const GET = handleRoute({ access: 'settings' }, async () => readSteps())

export const POST = handleRoute({ access: 'settings', body: newStepSchema }, async ({ body }) =>
  Response.json(await addStep(body), { status: 201 }),
)
