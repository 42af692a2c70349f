import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { SettingError } from '../settings'
import { type AnyDatabase, select } from './dump-database'

type Migrations = { migrationsFolder: string; migrationsSchema: string }

type Migrating<Driver extends AnyDatabase> = {
  database: Driver
  migrations: Migrations
  /** The migrator of the database's driver. */
  migrate: (database: Driver, migrations: Migrations) => Promise<void>
  /** The setting that says where these tables lie. */
  setting: string
}

/**
 * Brings the tables up to date.
 * @throws SettingError where they are of a version that cannot be carried forward: from before the first migration of
 * today (0.2.0), or newer than the last one.
 */
export async function migrateTables<Driver extends AnyDatabase>(migrating: Migrating<Driver>): Promise<void> {
  const { database, migrations, migrate } = migrating
  await requireKnownVersion(migrating)
  await migrate(database, migrations)
}

async function requireKnownVersion<Driver extends AnyDatabase>({
  database,
  migrations,
  setting,
}: Migrating<Driver>): Promise<void> {
  const applied = await listApplied({ database, migrations })
  const known = readMigrationFiles(migrations)
  const [first] = applied
  if (first && first.hash !== known[0]?.hash) {
    throw new SettingError(
      `The data that ${setting} names are of a version before 0.2.0, which later ones cannot read. Name an empty place with ${setting} and start again; the old data stay as they are.`,
    )
  }
  const newest = known.at(-1)?.folderMillis ?? 0
  if (applied.some(({ createdAt }) => createdAt > newest)) {
    throw new SettingError(
      `The data that ${setting} names were written by a newer version. Start that one, or name another place with ${setting}.`,
    )
  }
}

type Applied = { hash: string; createdAt: number }
type Listing = { database: AnyDatabase; migrations: Migrations }

/** What was applied to this database, the first before the others. */
async function listApplied({ database, migrations }: Listing): Promise<Applied[]> {
  const table = sql.raw(`"${migrations.migrationsSchema}"."__drizzle_migrations"`)
  const named = `${migrations.migrationsSchema}.__drizzle_migrations`
  const found = await select<{ name: string | null }>(database, sql`select to_regclass(${named}) as name`)
  if (!found[0]?.name) return []
  return select<Applied>(
    database,
    sql`select hash, created_at::float8 as "createdAt" from ${table} order by created_at`,
  )
}
