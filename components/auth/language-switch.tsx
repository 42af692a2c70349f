'use client'

import { useRouter } from 'next/navigation'
import { type Locale, locales } from '@/lib/i18n/catalogues'
import { useI18n } from '../shell/i18n'
import { storeLocale } from '../shell/preferences'
import { Segmented } from '../ui/controls/segmented'

/** The language, for people who have no account menu yet; the desk keeps it. */
export function LanguageSwitch() {
  const { t, locale } = useI18n()
  const router = useRouter()
  const choose = (next: Locale) => {
    storeLocale(next)
    router.refresh()
  }
  return (
    <Segmented
      label={t('language.label')}
      value={locale}
      onChange={choose}
      options={locales.map((value) => ({
        value,
        name: t(`language.${value}`),
        label: <span lang={value}>{t(`language.${value}`)}</span>,
      }))}
    />
  )
}
