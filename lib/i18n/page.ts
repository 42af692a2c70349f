import 'server-only'
import { cookies, headers } from 'next/headers'
import { isLocale, type Locale, localeCookie, negotiateLocale } from './catalogues'
import { createTranslate } from './translate'
import type { Translate } from './translate-messages'

/** The language of the page being drawn: the person's cookie, else what the browser prefers. */
export async function pageLocale(): Promise<Locale> {
  const cookie = (await cookies()).get(localeCookie)?.value
  return isLocale(cookie) ? cookie : negotiateLocale((await headers()).get('accept-language'))
}

export async function pageTranslate(): Promise<Translate> {
  return createTranslate(await pageLocale())
}
