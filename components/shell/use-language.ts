'use client'

import { useRouter } from 'next/navigation'
import { isLocale } from '@/lib/i18n/catalogues'
import { changePreferences } from '@/lib/people/queries'
import { storeLocale } from './preferences'

/** Changes the language of the screen at once, and of mails to the signed-in person as soon as the server hears of it. */
export function useLanguage(): (locale: string) => void {
  const router = useRouter()
  return (locale) => {
    if (!isLocale(locale)) return
    storeLocale(locale)
    // The screen does not wait for the mails; whoever switches these on says their language again.
    changePreferences({ locale }).catch(() => undefined)
    router.refresh()
  }
}
