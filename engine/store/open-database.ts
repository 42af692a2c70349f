import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import { migrateTables } from '@/base/database/migrate'
import { openPglite } from '@/base/database/open-pglite'
import { log } from '../settings/log'

export type Database = PgDatabase<PgQueryResultHKT>

export type OpenDatabase = { database: Database; close: () => Promise<void> }

/**
 * Opens the engine's database and brings its tables up to date: Postgres where `databaseUrl` is given, else an
 * embedded one in `folder`, whose lock the caller holds.
 */
export function openDatabase(input: { databaseUrl: string | null; folder: string }): Promise<OpenDatabase> {
  return input.databaseUrl ? openPostgres(input.databaseUrl) : openEmbedded(input.folder)
}

export const migrations = {
  migrationsFolder: path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations'),
  migrationsSchema: 'engine',
}

// Each driver is loaded only where it is used: the other one would cost memory for nothing.
async function openEmbedded(folder: string): Promise<OpenDatabase> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ])
  const client = await openPglite(folder)
  const database = drizzle({ client })
  await migrateTables({ database, migrations, migrate, setting: 'ENGINE_DATA_DIR' })
  log.info('the embedded database survives a crash of the engine, not a power cut')
  return { database, close: () => client.close() }
}

async function openPostgres(databaseUrl: string): Promise<OpenDatabase> {
  const [{ drizzle }, { migrate }, { default: pg }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
    import('pg'),
  ])
  const client = new pg.Pool({ connectionString: databaseUrl, max: 8 })
  client.on('error', (error) => log.warn({ error: error.message }, 'an idle database connection was lost'))
  const holder = await client.connect()
  holder.on('error', (error) => log.warn({ error: error.message }, 'the hold on the database was lost'))
  await holdAlone(holder)
  const database = drizzle({ client })
  await migrateTables({ database, migrations, migrate, setting: 'DATABASE_URL' })
  return {
    database,
    close: async () => {
      holder.release()
      await client.end()
    },
  }
}

const advisoryLock = 4_100_726_911

/** The queue has one engine: a second one would take up what the first is in the middle of. */
async function holdAlone(holder: PoolClient): Promise<void> {
  const { rows } = await holder.query('select pg_try_advisory_lock($1) as held', [advisoryLock])
  if (rows[0]?.held !== true) throw new Error('The database is in use by another engine.')
}
