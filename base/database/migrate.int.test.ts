import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { expect, test } from 'vitest'
import { SettingError } from '../settings'
import { select } from './dump-database'
import { migrateTables } from './migrate'
import { openPglite } from './open-pglite'

const baseline = 'create table papers (name text)'
const withPages = 'alter table papers add column pages integer not null default 1'

/** A folder of migrations with these statements, one each. */
async function migrationsOf(statements: string[]) {
  const migrationsFolder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  await mkdir(path.join(migrationsFolder, 'meta'))
  const entries = statements.map((_, idx) => ({
    idx,
    when: 1000 + idx,
    tag: `step-${idx}`,
    breakpoints: true,
  }))
  await writeFile(path.join(migrationsFolder, 'meta/_journal.json'), JSON.stringify({ entries }))
  await Promise.all(
    statements.map((text, idx) => writeFile(path.join(migrationsFolder, `step-${idx}.sql`), text)),
  )
  return { migrationsFolder, migrationsSchema: 'drizzle' }
}

async function openMigrated(statements: string[]) {
  const database = drizzle({ client: await openPglite() })
  const migrateTo = async (steps: string[]) =>
    migrateTables({ database, migrations: await migrationsOf(steps), migrate, setting: 'INTRAY_DATA_DIR' })
  await migrateTo(statements)
  return { database, migrateTo }
}

test('what was written before a new version is there after it', async () => {
  const { database, migrateTo } = await openMigrated([baseline])
  await database.execute(sql`insert into papers values ('invoice.pdf')`)
  await migrateTo([baseline, withPages])
  await migrateTo([baseline, withPages])
  expect(await select(database, sql`select * from papers`)).toEqual([{ name: 'invoice.pdf', pages: 1 }])
})

test('data of before the first migration of today are refused with the remedy, and left as they are', async () => {
  const { database, migrateTo } = await openMigrated(['create table papers (title text)'])
  await database.execute(sql`insert into papers values ('kept')`)
  const refusal = migrateTo([baseline, withPages])
  await expect(refusal).rejects.toThrow(SettingError)
  await expect(refusal).rejects.toThrow(/before 0\.2\.0.*INTRAY_DATA_DIR/)
  expect(await select(database, sql`select * from papers`)).toEqual([{ title: 'kept' }])
})

test('data of a newer version are refused', async () => {
  const { migrateTo } = await openMigrated([baseline, withPages])
  await expect(migrateTo([baseline])).rejects.toThrow(/newer version/)
})
