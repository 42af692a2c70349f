import 'server-only'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { SettingError } from '@/base/settings'
import { getSettings } from '../env'
import { rootMessage } from '../errors'
import { once } from '../once'
import { type Connection, connectEmbedded, connectPostgres, type Database } from './connection'

const held = () => once('connection', () => ({ connection: undefined as Connection | undefined }))

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

export function adoptConnection(connection: Connection | undefined): void {
  held().connection = connection
}

export function getConnection(): Connection {
  const { connection } = held()
  if (!connection) throw new Error('the database is not open yet')
  return connection
}

export function db(): Database {
  return getConnection().database
}

/** Throws where the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await db().execute(sql`select 1`)
}
