import 'server-only'
import { randomUUID } from 'node:crypto'
import { publicUrl } from '../env'
import { AppError, rootMessage } from '../errors'
import type { Locale } from '../i18n/catalogues'
import { createTranslate } from '../i18n/translate'
import { wakeWorker } from '../jobs/wake'
import { log } from '../log'
import { renderLetter } from './letter'
import { hasMailServer, messageIdOf, sendMail } from './mail-server'
import { rescheduleMails } from './outbox-store'

type TestMail = { recipient: string; locale: Locale }

/**
 * Sends one mail at once and returns the server's answer; where it goes through, mails held up by earlier problems go
 * too. Throws mail.not_configured, and mail.refused with the server's words.
 */
export async function sendTestMail({ recipient, locale }: TestMail): Promise<string> {
  if (!hasMailServer()) throw new AppError('mail.not_configured')
  const t = createTranslate(locale)
  const letter = renderLetter({
    locale,
    subject: t('mail.test.subject'),
    blocks: [t('mail.test.text'), { link: publicUrl(), label: t('mail.open_desk') }],
    footer: t('mail.test.footer'),
  })
  const answer = await sendMail({
    ...letter,
    recipient,
    messageId: messageIdOf(`test_${randomUUID()}`),
  }).catch(refuse)
  await rescheduleMails()
  await wakeWorker('mail')
  return answer
}

function refuse(error: unknown): never {
  log.warn({ err: error }, 'a test mail could not be sent')
  throw new AppError('mail.refused', { values: { detail: rootMessage(error) }, cause: error })
}
