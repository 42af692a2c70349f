import { createIntl, createIntlCache } from '@formatjs/intl'
import type { Locale, MessageKey } from './catalogues'

type MessageValues = Record<string, string | number | boolean | Date | null | undefined>
export type Translate = (key: MessageKey, values?: MessageValues) => string

const cache = createIntlCache()

/** Of the messages of one language, wherever they were read. */
export function translateMessages({
  locale,
  messages,
}: {
  locale: Locale
  messages: Record<string, string>
}): Translate {
  const intl = createIntl({ locale, messages }, cache)
  // Spanish leaves four digits ungrouped unless told otherwise; lib/format groups them: a number looks the same anywhere.
  const { getNumberFormat } = intl.formatters
  intl.formatters.getNumberFormat = (locales, options) =>
    getNumberFormat(locales, { useGrouping: true, ...options })
  return (key, values) => intl.formatMessage({ id: key }, values)
}
