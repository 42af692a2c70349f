import { createFormatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import { type RenderedLetter, renderLetter } from '@/lib/mail/letter'

type Invitation = {
  locale: Locale
  timeZone: string
  invitedBy: string
  link: string
  expiresAt: Date
  deskUrl: string
}

export function invitationLetter({
  locale,
  timeZone,
  invitedBy,
  link,
  expiresAt,
  deskUrl,
}: Invitation): RenderedLetter {
  const t = createTranslate(locale)
  const format = createFormatter({ locale, timeZone })
  const when = t('time.zoned', { time: format.dateTime(expiresAt), zone: format.zone })
  return renderLetter({
    locale,
    subject: t('mail.invitation.subject'),
    blocks: [
      t('mail.invitation.text', { name: invitedBy, desk: deskUrl }),
      { link, label: t('mail.invitation.accept') },
      t('mail.invitation.expires', { when }),
    ],
    footer: t('mail.invitation.footer'),
  })
}
