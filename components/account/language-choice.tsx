'use client'

import { locales } from '@/lib/i18n/catalogues'
import { useLanguage } from '../shell/use-language'
import { useWords } from '../shell/words'
import { Segmented } from '../ui/controls/segmented'

/** The language of the screen in this browser, and of mails from then on. */
export function LanguageChoice() {
  const { t, locale } = useWords()
  const choose = useLanguage()
  return (
    <div className="p-5 sm:p-6">
      <Segmented
        label={t('language.label')}
        value={locale}
        onChange={choose}
        options={locales.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
    </div>
  )
}
