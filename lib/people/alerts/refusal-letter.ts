import { createFormatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import { type RenderedLetter, renderLetter } from '@/lib/mail/letter'

type RefusalNews = {
  locale: Locale
  timeZone: string
  name: string
  /** Null where the key is refused altogether. */
  stepId: string | null
  since: Date
  /** In the upstream's words. */
  detail: string | null
  deskUrl: string
}

export function refusalLetter(news: RefusalNews): RenderedLetter {
  const { locale, timeZone, name, stepId, since, detail, deskUrl } = news
  const t = createTranslate(locale)
  const what = stepId === null ? 'all' : 'step'
  const format = createFormatter({ locale, timeZone })
  const when = t('time.zoned', { time: format.dateTime(since), zone: format.zone })
  return renderLetter({
    locale,
    subject: t(`mail.key.subject_${what}`),
    blocks: [
      t('mail.hello', { name }),
      t(`mail.key.text_${what}`, { when, step: stepId ?? '' }),
      ...(detail ? [t('card.detail', { detail })] : []),
      t('mail.key.hint'),
      { link: `${deskUrl}/settings#connection`, label: t('upstream.open_connection') },
    ],
    footer: t('mail.key.footer'),
  })
}
