import 'server-only'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { Client } from 'pg'
import { dumpDatabase } from '@/base/database/dump-database'
import { type FolderLock, lockFolder } from '@/base/database/folder-lock'
import { migrateTables } from '@/base/database/migrate'
import { openPglite } from '@/base/database/open-pglite'
import { log } from '../log'
import { openPool } from './postgres-pool'
import { alone, announceDesk } from './process-locks'

export type Database = PgDatabase<PgQueryResultHKT>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

type Listener = {
  /** By channel, what is called with the payload of each committed NOTIFY on it. */
  channels: Record<string, (payload: string) => void>
  /** Called when the line was lost and is back: what was said meanwhile was not heard. */
  onGap: () => void
}

export type Connection = {
  kind: 'embedded' | 'postgres'
  database: Database
  listen: (listener: Listener) => Promise<void>
  close: () => Promise<void>
}

export const migrations = {
  migrationsFolder: path.join(process.cwd(), 'lib/db/migrations'),
  migrationsSchema: 'drizzle',
}

const schemas = { schema: 'public', migrationsSchema: migrations.migrationsSchema }

export async function connectPostgres(url: string): Promise<Connection> {
  const pool = openPool(url)
  const database = drizzlePostgres(pool)
  const setting = 'DATABASE_URL'
  await alone({ url, work: () => migrateTables({ database, migrations, migrate: migratePostgres, setting }) })
  const lines: Array<{ close: () => Promise<void> }> = []
  return {
    kind: 'postgres',
    database,
    listen: async (listener) => {
      lines.push(await listenPostgres({ url, listener }))
    },
    close: async () => {
      await Promise.all(lines.map((line) => line.close()))
      await pool.end()
    },
  }
}

/** Opens the embedded database in `folder` (in memory without one), migrated. Throws FolderInUseError. */
export async function connectEmbedded(folder?: string): Promise<Connection> {
  const lock: FolderLock | null = folder ? await lockFolder(folder) : null
  const pglite = await openPglite(folder && path.join(folder, 'db'))
  const database = drizzlePglite(pglite)
  await migrateTables({ database, migrations, migrate: migratePglite, setting: 'INTRAY_DATA_DIR' })
  lock?.answerWith((write) => dumpDatabase({ database, ...schemas, write }))
  return {
    kind: 'embedded',
    database,
    listen: async ({ channels }) => {
      for (const [channel, onMessage] of Object.entries(channels)) await pglite.listen(channel, onMessage)
    },
    close: async () => {
      await pglite.close()
      await lock?.release()
    },
  }
}

const relistenMs = 1000

/** A line of its own to the database, which is laid anew for as long as it takes when it is lost. */
async function listenPostgres({ url, listener }: { url: string; listener: Listener }) {
  let client = await connect()
  let isClosed = false

  async function connect(): Promise<Client> {
    const next = new Client({ connectionString: url, keepAlive: true })
    next.on('notification', ({ channel, payload }) => listener.channels[channel]?.(payload ?? ''))
    next.on('error', (error) => log.warn({ err: error }, 'the event connection to the database was lost'))
    await next.connect()
    if (!(await announceDesk(next))) log.warn('the database is being moved or restored while this desk runs')
    for (const channel of Object.keys(listener.channels)) await next.query(`listen ${channel}`)
    next.on('end', () => void reconnect())
    return next
  }

  async function reconnect(): Promise<void> {
    while (!isClosed) {
      await setTimeout(relistenMs)
      try {
        client = await connect()
        return listener.onGap()
      } catch (error) {
        log.warn({ err: error }, 'the event connection to the database is not back yet')
      }
    }
  }

  return {
    close: async () => {
      isClosed = true
      await client.end()
    },
  }
}
