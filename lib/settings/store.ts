import 'server-only'
import { eq } from 'drizzle-orm'
import { db } from '../db/client'
import { settings } from '../db/schema'

/** The stored value of an organisation-wide setting, undefined where nobody set it. */
export async function findSetting(key: string): Promise<unknown> {
  const [row] = await db().select({ value: settings.value }).from(settings).where(eq(settings.key, key))
  return row?.value
}
