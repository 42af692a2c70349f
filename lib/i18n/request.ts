import 'server-only'
import { isLocale, type Locale, localeCookie, negotiateLocale } from './catalogues'
import { createTranslate } from './translate'
import type { Translate } from './translate-messages'

/** The language of a plain request: the person's cookie, else what the browser prefers. */
export function requestLocale(request: Request): Locale {
  const cookie = request.headers.get('cookie')?.match(new RegExp(`(?:^|;\\s*)${localeCookie}=([a-z]+)`))?.[1]
  return isLocale(cookie) ? cookie : negotiateLocale(request.headers.get('accept-language'))
}

export function requestTranslate(request: Request): Translate {
  return createTranslate(requestLocale(request))
}
