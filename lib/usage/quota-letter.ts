import { createFormatter } from '../format'
import type { Locale } from '../i18n/catalogues'
import { createTranslate } from '../i18n/translate'
import { type RenderedLetter, renderLetter } from '../mail/letter'

type QuotaNews = {
  locale: Locale
  timeZone: string
  name: string
  level: 'near' | 'reached'
  percent: number
  used: number
  quota: number
  resetsAt: Date
  deskUrl: string
}

export function quotaLetter(news: QuotaNews): RenderedLetter {
  const { locale, timeZone, name, level, percent, used, quota, resetsAt, deskUrl } = news
  const t = createTranslate(locale)
  const format = createFormatter({ locale, timeZone })
  const share = format.percent(percent / 100)
  return renderLetter({
    locale,
    subject: t(`mail.quota.subject_${level}`, { share }),
    blocks: [
      t('mail.hello', { name }),
      t('mail.quota.text', { used: format.number(used), quota: format.number(quota), share }),
      t(`mail.quota.${level}`, {
        resets: t('time.zoned', { time: format.dateTime(resetsAt), zone: format.zone }),
      }),
      { link: `${deskUrl}/usage`, label: t('mail.open_usage') },
    ],
    footer: t('mail.quota.footer', { address: `${deskUrl}/account` }),
  })
}
