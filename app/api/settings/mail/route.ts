import { handleRoute } from '@/lib/http/handle-route'
import { requestLocale } from '@/lib/i18n/request'
import { readMailFacts } from '@/lib/mail/facts'
import { sendTestMail } from '@/lib/mail/send-test'

export const GET = handleRoute({ access: 'settings' }, async () => readMailFacts())

/** Sends a test mail to the administrator who asks for it. */
export const POST = handleRoute({ access: 'settings' }, async ({ user, request }) => ({
  recipient: user.email,
  answer: await sendTestMail({ recipient: user.email, locale: requestLocale(request) }),
}))
