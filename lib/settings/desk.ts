import 'server-only'
import type { SignedInUser } from '../people/roles'
import { type DeskSettings, type DeskSettingsChange, deskSettingsSchema } from './schema'
import { findSettings, saveSettings } from './store'

/** The settings of the desk; what nobody set, or was stored by another version and makes no sense, has its default. */
export async function readDeskSettings(): Promise<DeskSettings> {
  const stored = await findSettings(Object.keys(deskSettingsSchema.shape))
  const parsed = deskSettingsSchema.safeParse(stored)
  return parsed.success ? parsed.data : deskSettingsSchema.parse({})
}

/** Changes the settings given and leaves the others alone. */
export async function changeDeskSettings({
  user,
  change,
}: {
  user: Pick<SignedInUser, 'id'>
  change: DeskSettingsChange
}): Promise<DeskSettings> {
  await saveSettings({ values: change, by: user.id })
  return readDeskSettings()
}
