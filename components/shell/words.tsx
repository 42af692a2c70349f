'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createFormatter, type Formatter } from '@/lib/format'
import type { Locale } from '@/lib/i18n/catalogues'
import { createTranslate, type Translate } from '@/lib/i18n/translate'

type Words = { t: Translate; format: Formatter; locale: Locale }

const WordsContext = createContext<Words | null>(null)

type WordsProviderProps = { locale: Locale; timeZone: string; children: ReactNode }

/** The language of the reader and the time zone of the organisation, for everything below. */
export function WordsProvider({ locale, timeZone, children }: WordsProviderProps) {
  const words = useMemo(
    () => ({ locale, t: createTranslate(locale), format: createFormatter({ locale, timeZone }) }),
    [locale, timeZone],
  )
  return <WordsContext value={words}>{children}</WordsContext>
}

/** `t` for words, `format` for numbers, sizes, dates and times. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords outside of WordsProvider')
  return words
}
