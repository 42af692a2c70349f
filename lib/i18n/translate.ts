import { catalogues, type Locale } from './catalogues'
import { type Translate, translateMessages } from './translate-messages'

export function createTranslate(locale: Locale): Translate {
  return translateMessages({ locale, messages: catalogues[locale] })
}
