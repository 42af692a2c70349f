import { handleRoute } from '@/lib/http/handle-route'
import { createPasswordLink } from '@/lib/people/passwords/password-links'

export const POST = handleRoute({ access: 'settings', params: ['personId'] }, async ({ user, params }) => {
  const { expiresAt, ...created } = await createPasswordLink({
    personId: params.personId,
    createdBy: user,
  })
  return Response.json({ ...created, expiresAt: expiresAt.toISOString() }, { status: 201 })
})
