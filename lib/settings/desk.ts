import 'server-only'
import { type DeskSettings, deskSettingsSchema } from './schema'
import { findSettings } from './store'

/** The settings of the desk; what nobody set, or was stored by another version and makes no sense, has its default. */
export async function readDeskSettings(): Promise<DeskSettings> {
  const stored = await findSettings(Object.keys(deskSettingsSchema.shape))
  const parsed = deskSettingsSchema.safeParse(stored)
  return parsed.success ? parsed.data : deskSettingsSchema.parse({})
}
