import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { newInvitationSchema } from '@/lib/people/directory/schema'
import { createInvitation } from '@/lib/people/invitations/invitations'

export const POST = handleRoute(
  { access: 'settings', body: newInvitationSchema },
  async ({ user, body, request }) => {
    const locale = requestLocale(request)
    const { expiresAt, ...invitation } = await createInvitation({ ...body, invitedBy: user, locale })
    return Response.json({ ...invitation, expiresAt: expiresAt.toISOString() }, { status: 201 })
  },
)
