import { createIntl, createIntlCache } from '@formatjs/intl'
import { catalogues, type Locale, type MessageKey } from './catalogues'

type MessageValues = Record<string, string | number | boolean | Date | null | undefined>
export type Translate = (key: MessageKey, values?: MessageValues) => string

const cache = createIntlCache()

export function createTranslate(locale: Locale): Translate {
  const intl = createIntl({ locale, messages: catalogues[locale] }, cache)
  // Spanish leaves four digits ungrouped unless told otherwise; lib/format groups them: a number looks the same anywhere.
  const { getNumberFormat } = intl.formatters
  intl.formatters.getNumberFormat = (locales, options) =>
    getNumberFormat(locales, { useGrouping: true, ...options })
  return (key, values) => intl.formatMessage({ id: key }, values)
}
