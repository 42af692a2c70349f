import { handleRoute } from '@/lib/http/handle-route'
import { stepChangeSchema } from '@/lib/steps/schema'
import { changeStep } from '@/lib/steps/steps'

export const PATCH = handleRoute(
  { access: 'settings', params: ['stepId'], body: stepChangeSchema },
  async ({ params, body }) => changeStep({ id: params.stepId, change: body }),
)
