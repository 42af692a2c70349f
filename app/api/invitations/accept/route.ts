import { handleRoute } from '@/lib/http/handle-route'
import { acceptanceSchema } from '@/lib/people/account-schema'
import { acceptInvitation } from '@/lib/people/invitations'

export const POST = handleRoute({ access: 'public', body: acceptanceSchema }, async ({ body }) =>
  Response.json(await acceptInvitation(body), { status: 201 }),
)
