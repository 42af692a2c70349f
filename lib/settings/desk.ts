import 'server-only'
import { expirePauses } from '../docutray/pause-store'
import { wakeWorker } from '../jobs/wake'
import { type DeskSettings, type DeskSettingsChange, deskSettingsSchema } from './schema'
import { findSettings, saveSettings } from './store'

/** The settings of the desk; what nobody set, or was stored by another version and makes no sense, has its default. */
export async function readDeskSettings(): Promise<DeskSettings> {
  const stored = await findSettings(Object.keys(deskSettingsSchema.shape))
  const parsed = deskSettingsSchema.safeParse(stored)
  return parsed.success ? parsed.data : deskSettingsSchema.parse({})
}

type SettingsChange = { userId: string; change: DeskSettingsChange }

/** Changes the settings given and leaves the others alone. With another quota, documents held for pages try again. */
export async function changeDeskSettings({ userId, change }: SettingsChange): Promise<DeskSettings> {
  const changesQuota = change.monthlyPages !== undefined
  await saveSettings({ values: change, by: userId, changesUsage: changesQuota })
  if (changesQuota) {
    await expirePauses(['submissions'])
    await wakeWorker('submit')
  }
  return readDeskSettings()
}
