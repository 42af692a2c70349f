import Bowser from 'bowser'

/** The browser and the system that a user agent names; null where it names no browser, as a script's. */
export function deviceName(userAgent: string): { browser: string; system: string } | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent)
  return browser.name && os.name ? { browser: browser.name, system: os.name } : null
}
