import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locale } from '@/lib/i18n/catalogues'
import { type Translate, translateMessages } from '@/lib/i18n/translate-messages'

const folder = path.resolve('lib/i18n/messages')

/** The words of a language as the pages say them. Playwright's loader takes no JSON imports, so the files are read. */
export function createWords(locale: Locale): Translate {
  const rooms = readdirSync(path.join(folder, locale)).map((file) =>
    JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8')),
  )
  return translateMessages({ locale, messages: Object.assign({}, ...rooms) })
}
