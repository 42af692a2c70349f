import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { acceptanceSchema } from '@/lib/people/account-schema'
import { acceptInvitation } from '@/lib/people/invitations/invitations'

export const POST = handleRoute({ access: 'public', body: acceptanceSchema }, async ({ body, request }) =>
  Response.json(await acceptInvitation({ ...body, locale: requestLocale(request) }), { status: 201 }),
)
