import { handleRoute } from '@/lib/http/handle-route'
import { newInvitationSchema } from '@/lib/people/directory-schema'
import { createInvitation } from '@/lib/people/invitations'

export const POST = handleRoute({ access: 'settings', body: newInvitationSchema }, async ({ user, body }) => {
  const { link, expiresAt } = await createInvitation({ ...body, invitedBy: user.id })
  return Response.json({ link, expiresAt: expiresAt.toISOString() }, { status: 201 })
})
