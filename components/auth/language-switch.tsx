'use client'

import { useRouter } from 'next/navigation'
import { type Locale, locales } from '@/lib/i18n/catalogues'
import { rememberLocale } from '../shell/preferences'
import { useWords } from '../shell/words'
import { Segmented } from '../ui/controls/segmented'

/** The language, for people who have no account menu yet; the desk keeps it. */
export function LanguageSwitch() {
  const { t, locale } = useWords()
  const router = useRouter()
  const choose = (next: Locale) => {
    rememberLocale(next)
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
