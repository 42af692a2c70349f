import { handleRoute } from '@/lib/http/handle-route'
import { changePerson } from '@/lib/people/directory/directory'
import { personChangeSchema } from '@/lib/people/directory/schema'

export const PATCH = handleRoute(
  { access: 'settings', params: ['personId'], body: personChangeSchema },
  async ({ params, body }) => changePerson({ id: params.personId, change: body }),
)
