import { z } from 'zod'

/** A set-up problem that a person can mend and that stops the start; its message names the setting and the remedy in one line. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** The variables that are set: an empty value counts as unset. */
export function setVariables(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

export const logLevelSchema = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  .default('info')

/** The zone of an organisation's clocks; without one that of the machine. */
export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone such as America/Santiago')
  .default(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
