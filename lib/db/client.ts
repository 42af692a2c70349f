import 'server-only'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { SettingError } from '@/base/settings'
import { getSettings } from '../env'
import { rootMessage } from '../errors'
import { type Connection, connectEmbedded, connectPostgres, type Database } from './connection'

// Next bundles each route apart, so a module variable would exist once per route; the process has one connection.
const shared = globalThis as typeof globalThis & { intrayConnection?: Connection }

/**
 * Opens the database named by the settings for this process. Throws FolderInUseError when another process has it,
 * SettingError when DATABASE_URL leads nowhere.
 */
export async function openDatabase(): Promise<Connection> {
  const settings = getSettings()
  const connection = settings.DATABASE_URL
    ? await connectPostgres(settings.DATABASE_URL).catch(refuseDatabase)
    : await connectEmbedded(path.join(settings.INTRAY_DATA_DIR, 'web'))
  adoptConnection(connection)
  return connection
}

/** The driver's own words, which name host and port and no password. */
function refuseDatabase(error: unknown): never {
  throw new SettingError(`DATABASE_URL names a database that cannot be used: ${rootMessage(error)}`, {
    cause: error,
  })
}

/** Makes a connection the process's own (start-up, tests). */
export function adoptConnection(connection: Connection | undefined): void {
  if (connection) shared.intrayConnection = connection
  else delete shared.intrayConnection
}

export function getConnection(): Connection {
  if (!shared.intrayConnection) throw new Error('the database is not open yet')
  return shared.intrayConnection
}

export function db(): Database {
  return getConnection().database
}

/** Throws where the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await db().execute(sql`select 1`)
}
