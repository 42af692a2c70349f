import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type AnyDatabase, listTables, select } from '@/base/database/dump-database'
import { migrateTables } from '@/base/database/migrate'
import { openPglite } from '@/base/database/open-pglite'

/** How a part's tables were made in a version, and what stood in them. */
type Kept = { statements: string[]; rows: Record<string, unknown[]>; applied: unknown[] }

export type Part = { name: 'web' | 'engine'; folder: string; schema: string; migrationsSchema: string }

export const parts: Part[] = [
  { name: 'web', folder: 'lib/db/migrations', schema: 'public', migrationsSchema: 'drizzle' },
  { name: 'engine', folder: 'engine/store/migrations', schema: 'engine', migrationsSchema: 'engine' },
]

const fileOf = ({ version, part }: { version: string; part: Part }) =>
  path.join('tests/api/installation/kept', `${version}-${part.name}.json`)

export function isKept(version: string): boolean {
  return parts.every((part) => existsSync(fileOf({ version, part })))
}

/** Writes down how the part's tables are made today and what stands in them, for the versions to come. */
export async function keep({
  version,
  part,
  database,
}: {
  version: string
  part: Part
  database: AnyDatabase
}) {
  const { folder, schema, migrationsSchema } = part
  const statements = readMigrationFiles({ migrationsFolder: folder, migrationsSchema }).flatMap(
    ({ sql }) => sql,
  )
  const rows: Kept['rows'] = {}
  for (const { name } of await listTables({ database, schema })) {
    if (name === '__drizzle_migrations') continue
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
    rows[name] = (
      await select<{ row: unknown }>(database, sql`select to_jsonb(t) as row from ${table} t`)
    ).map(({ row }) => row)
  }
  const journal = sql`${sql.identifier(migrationsSchema)}."__drizzle_migrations"`
  const applied = await select(database, sql`select hash, created_at from ${journal} order by created_at`)
  await writeFile(fileOf({ version, part }), `${JSON.stringify({ statements, rows, applied }, null, 1)}\n`)
}

/** A database as that version left it. */
export async function openKept({ version, part }: { version: string; part: Part }) {
  const { statements, rows, applied } = JSON.parse(await readFile(fileOf({ version, part }), 'utf8')) as Kept
  const { schema, migrationsSchema } = part
  const client = await openPglite()
  const database = drizzle({ client })
  for (const statement of statements) await client.exec(statement)
  await client.exec(`create schema if not exists "${migrationsSchema}"; set session_replication_role = replica;
    create table "${migrationsSchema}"."__drizzle_migrations" (id serial primary key, hash text not null, created_at bigint)`)
  for (const [name, values] of Object.entries({
    ...rows,
    __drizzle_migrations: applied.map((row, id) => ({ id, ...(row as object) })),
  })) {
    const table =
      name === '__drizzle_migrations' ? `"${migrationsSchema}"."${name}"` : `"${schema}"."${name}"`
    await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(values),
    ])
  }
  await client.exec('set session_replication_role = origin')
  return { client, database, rows }
}

/** The same, brought up to date as the desk does at its start. */
export async function carryForward(kept: { version: string; part: Part }) {
  const { folder: migrationsFolder, migrationsSchema } = kept.part
  const { client, database, rows } = await openKept(kept)
  await migrateTables({
    database,
    migrations: { migrationsFolder, migrationsSchema },
    migrate,
    setting: 'INTRAY_DATA_DIR',
  })
  return { client, database, rows }
}
