import auth from './messages/en/auth.json'
import documents from './messages/en/documents.json'
import errors from './messages/en/errors.json'
import mail from './messages/en/mail.json'
import review from './messages/en/review.json'
import settings from './messages/en/settings.json'
import shell from './messages/en/shell.json'
import upload from './messages/en/upload.json'
import usage from './messages/en/usage.json'
import authEs from './messages/es/auth.json'
import documentsEs from './messages/es/documents.json'
import errorsEs from './messages/es/errors.json'
import mailEs from './messages/es/mail.json'
import reviewEs from './messages/es/review.json'
import settingsEs from './messages/es/settings.json'
import shellEs from './messages/es/shell.json'
import uploadEs from './messages/es/upload.json'
import usageEs from './messages/es/usage.json'

/** All words on screen: ICU messages by key, one file per room. */
const en = {
  ...auth,
  ...documents,
  ...errors,
  ...mail,
  ...review,
  ...settings,
  ...shell,
  ...upload,
  ...usage,
}
const es = {
  ...authEs,
  ...documentsEs,
  ...errorsEs,
  ...mailEs,
  ...reviewEs,
  ...settingsEs,
  ...shellEs,
  ...uploadEs,
  ...usageEs,
}

export type MessageKey = keyof typeof en
type Catalogue = Record<MessageKey, string>

export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'
export const localeCookie = 'intray_locale'

/** A key missing in Spanish is a type error here. */
export const catalogues: Record<Locale, Catalogue> = { en, es }

export function isLocale(text: string | undefined): text is Locale {
  return locales.includes(text as Locale)
}

/** The best of our languages for an Accept-Language header (RFC 9110 §12.5.4, by order and weight). */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.trim().split(/;\s*q=/)
      return { language: tag.toLowerCase().split('-')[0], weight: weight ? Number(weight) : 1 }
    })
    .sort((one, other) => other.weight - one.weight)
  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale
}
