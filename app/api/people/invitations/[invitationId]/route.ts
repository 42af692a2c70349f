import { handleRoute } from '@/lib/http/handle-route'
import { withdrawInvitation } from '@/lib/people/directory/directory'

export const DELETE = handleRoute({ access: 'settings', params: ['invitationId'] }, async ({ params }) =>
  withdrawInvitation(params.invitationId),
)
