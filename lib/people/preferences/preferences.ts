import 'server-only'
import { AppError } from '@/lib/errors'
import { hasMailServer } from '@/lib/mail/mail-server'
import type { NotificationPreferences, PreferencesChange } from './schema'
import { findPreferences, updatePreferences } from './store'

/** Throws person.not_found. */
export async function readPreferences(id: string): Promise<NotificationPreferences> {
  const preferences = await findPreferences(id)
  if (!preferences) throw new AppError('person.not_found')
  return { ...preferences, hasMailServer: hasMailServer() }
}

/** Changes what is given and leaves the rest. Throws person.not_found. */
export async function changePreferences({
  id,
  change,
}: {
  id: string
  change: PreferencesChange
}): Promise<NotificationPreferences> {
  await updatePreferences({ id, change })
  return readPreferences(id)
}
