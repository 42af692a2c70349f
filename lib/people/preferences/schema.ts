import { z } from 'zod'
import { locales } from '@/lib/i18n/catalogues'

export const preferencesSchema = z.object({
  /** The language of mails; null until it is known. */
  locale: z.enum(locales).nullable(),
  mailsDone: z.boolean(),
  /** A mail when the month's pages run out; only who sees usage gets any. */
  mailsQuota: z.boolean(),
  hasMailServer: z.boolean(),
})
export type NotificationPreferences = z.infer<typeof preferencesSchema>

export const preferencesChangeSchema = z
  .strictObject({ locale: z.enum(locales), mailsDone: z.boolean(), mailsQuota: z.boolean() })
  .partial()
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>
