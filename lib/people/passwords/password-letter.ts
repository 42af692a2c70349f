import { createFormatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import { type RenderedLetter, renderLetter } from '@/lib/mail/letter'

type PasswordMail = {
  locale: Locale
  timeZone: string
  name: string
  createdBy: string
  link: string
  expiresAt: Date
}

export function passwordLetter({
  locale,
  timeZone,
  name,
  createdBy,
  link,
  expiresAt,
}: PasswordMail): RenderedLetter {
  const t = createTranslate(locale)
  const format = createFormatter({ locale, timeZone })
  const when = t('time.zoned', { time: format.dateTime(expiresAt), zone: format.zone })
  return renderLetter({
    locale,
    subject: t('mail.password.subject'),
    blocks: [
      t('mail.hello', { name }),
      t('mail.password.text', { name: createdBy }),
      { link, label: t('mail.password.choose') },
      t('mail.invitation.expires', { when }),
    ],
    footer: t('mail.password.footer'),
  })
}
