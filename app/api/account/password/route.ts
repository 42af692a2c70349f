import { handleRoute } from '@/lib/http/handle-route'
import { passwordChangeSchema } from '@/lib/people/account-schema'
import { changePassword } from '@/lib/people/passwords/change-password'

export const PUT = handleRoute({ access: 'session', body: passwordChangeSchema }, async ({ user, body }) => {
  await changePassword({ user, change: body })
  return { email: user.email }
})
