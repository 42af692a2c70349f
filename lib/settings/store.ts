import 'server-only'
import { inArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { notifyUsage } from '../db/notify'
import { settings } from './tables'

export async function findSettings(keys: string[]): Promise<Record<string, unknown>> {
  const rows = await db().select().from(settings).where(inArray(settings.key, keys))
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

type NewValues = {
  values: Record<string, unknown>
  by: string
  /** Open desks are told that their figures of usage changed. */
  changesUsage?: boolean
}

export async function saveSettings({ values, by, changesUsage = false }: NewValues): Promise<void> {
  const rows = Object.entries(values).map(([key, value]) => ({
    key,
    value: sql`${JSON.stringify(value)}::jsonb`,
    changedAt: new Date(),
    changedBy: by,
  }))
  if (rows.length === 0) return
  await db().transaction(async (tx) => {
    await tx
      .insert(settings)
      .values(rows)
      .onConflictDoUpdate({
        target: settings.key,
        set: {
          value: sql`excluded.value`,
          changedAt: sql`excluded.changed_at`,
          changedBy: sql`excluded.changed_by`,
        },
      })
    if (changesUsage) await notifyUsage(tx)
  })
}
