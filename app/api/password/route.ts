import { handleRoute } from '@/lib/http/handle-route'
import { newPasswordSchema } from '@/lib/people/account-schema'
import { setNewPassword } from '@/lib/people/passwords/password-links'

export const POST = handleRoute({ access: 'public', body: newPasswordSchema }, async ({ body }) =>
  setNewPassword(body),
)
