import { type Locale, localeCookie } from '@/lib/i18n/catalogues'

const year = 365 * 24 * 60 * 60

/** Preferences live in cookies, so that the server draws the first frame right. */
export function storeLocale(locale: Locale): void {
  setCookie({ name: localeCookie, value: locale })
}

export function storeTheme(theme: Theme): void {
  setCookie({ name: themeCookie, value: theme })
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

function setCookie({ name, value }: { name: string; value: string }): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox ESR
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`
}

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const themeCookie = 'intray_theme'

export function isTheme(text: string | undefined): text is Theme {
  return themes.includes(text as Theme)
}
