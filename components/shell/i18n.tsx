'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createFormatter, type Formatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate-messages'

export type I18n = { t: Translate; format: Formatter; locale: Locale }

const I18nContext = createContext<I18n | null>(null)

type I18nProviderProps = { locale: Locale; timeZone: string; children: ReactNode }

/** The language of the reader and the time zone of the organisation, for everything below. */
export function I18nProvider({ locale, timeZone, children }: I18nProviderProps) {
  const i18n = useMemo(
    () => ({ locale, t: createTranslate(locale), format: createFormatter({ locale, timeZone }) }),
    [locale, timeZone],
  )
  return <I18nContext value={i18n}>{children}</I18nContext>
}

/** `t` for words, `format` for numbers, sizes, dates and times. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext)
  if (!i18n) throw new Error('useI18n outside of I18nProvider')
  return i18n
}
