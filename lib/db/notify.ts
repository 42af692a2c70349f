import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from './connection'

/** Database channels; a NOTIFY is heard when its transaction commits, and not at all when it is rolled back. */
export const documentChannel = 'intray_documents'
export const usageChannel = 'intray_usage'
export const sessionChannel = 'intray_sessions'

export function notifyDocuments(tx: Transaction | Database, ids: string[]): Promise<void> {
  return notifyEach({ tx, channel: documentChannel, ids })
}

/** Ends the streams of these sessions, on every process. */
export function notifySessions(tx: Transaction | Database, ids: string[]): Promise<void> {
  return notifyEach({ tx, channel: sessionChannel, ids })
}

type Notices = { tx: Transaction | Database; channel: string; ids: string[] }

async function notifyEach({ tx, channel, ids }: Notices): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(
    sql`select pg_notify(${channel}, id) from unnest(${sql.param(ids)}::text[]) as changed(id)`,
  )
}

export async function notifyUsage(tx: Transaction | Database): Promise<void> {
  await tx.execute(sql`select pg_notify(${usageChannel}, '')`)
}
