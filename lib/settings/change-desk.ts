import 'server-only'
import { releaseQuota } from '../documents/lifecycle/quota-hold'
import type { SignedInUser } from '../people/roles'
import { announceUsage } from '../usage/months-store'
import { readDeskSettings } from './desk'
import type { DeskSettings, DeskSettingsChange } from './schema'
import { saveSettings } from './store'

/** Changes the settings given and leaves the others alone. With another quota, documents held for pages try again. */
export async function changeDeskSettings({
  user,
  change,
}: {
  user: Pick<SignedInUser, 'id'>
  change: DeskSettingsChange
}): Promise<DeskSettings> {
  await saveSettings({ values: change, by: user.id })
  if (change.monthlyPages !== undefined) {
    await announceUsage()
    await releaseQuota()
  }
  return readDeskSettings()
}
