import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AnyDatabase, dumpDatabase } from './dump-database'
import { askHolderForDump, lockFolder } from './folder-lock'
import { isEmpty, loadDump } from './load-dump'

const tables = sql`
  create table b_parents (id text primary key, note json, big bigint, at timestamptz, ok boolean, ratio double precision);
  create table a_children (parent text references b_parents(id), number int, primary key (parent, number),
    doubled int generated always as (number * 2) stored);
  create sequence versions`

const schemas = { schema: 'public', migrationsSchema: 'drizzle' }
const clients: PGlite[] = []
let source: AnyDatabase

async function openTables(): Promise<AnyDatabase> {
  const client = await PGlite.create()
  clients.push(client)
  await client.exec(
    tables.queryChunks.map((chunk) => (chunk as { value: string[] }).value?.join('')).join(''),
  )
  return drizzle(client)
}

async function* each(lines: string[]) {
  yield* lines
}

async function dumpLines(database: AnyDatabase): Promise<string[]> {
  const lines: string[] = []
  await dumpDatabase({ database, ...schemas, write: async (line) => void lines.push(line) })
  return lines
}

beforeAll(async () => {
  source = await openTables()
  await source.execute(sql`insert into b_parents values
    ('ñ "quoted"', '{"b": 1.10, "2": [null], "1": 12345678901234567890}', 9007199254740993,
     '2026-11-21T22:00:00.123456-03', true, 0.1), ('empty', null, null, null, null, null)`)
  await source.execute(sql`insert into a_children (parent, number)
    select 'empty', n from generate_series(1, 1234) n`)
  await source.execute(sql`select setval('versions', 77)`)
})
afterAll(() => Promise.all(clients.map((client) => client.close())))

test('a dump loaded elsewhere is the same to the last digit, space and field order', async () => {
  const target = await openTables()
  expect(await isEmpty({ database: target, schema: 'public' })).toBe(true)
  const lines = await dumpLines(source)
  const loaded = await loadDump({ database: target, schema: 'public', lines: each(lines) })
  expect(loaded.map(({ name, rows }) => [name, rows])).toEqual([
    ['b_parents', 2],
    ['a_children', 1234],
  ])
  expect(await dumpLines(target)).toEqual(lines)
  expect(await isEmpty({ database: target, schema: 'public' })).toBe(false)
  const { rows } = (await target.execute(sql`select nextval('versions')::int as next`)) as unknown as {
    rows: unknown[]
  }
  expect(rows).toEqual([{ next: 78 }])
})

test('a dump that is cut short or changed on the way leaves nothing behind', async () => {
  const target = await openTables()
  const lines = await dumpLines(source)
  const changed = lines.map((line) => line.replace('"empty", "7"', '"empty", "700000"'))
  for (const bad of [lines.slice(0, -1), changed]) {
    await expect(loadDump({ database: target, schema: 'public', lines: each(bad) })).rejects.toThrow(
      /cut short|damaged/,
    )
    expect(await isEmpty({ database: target, schema: 'public' })).toBe(true)
  }
})

test('the process that holds a folder gives a dump to whoever can reach its lock', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'intray-dump-'))
  expect(await askHolderForDump(folder)).toBeNull()
  const lock = await lockFolder(folder)
  lock.answerWith((write) => dumpDatabase({ database: source, ...schemas, write }))
  const received: string[] = []
  for await (const line of (await askHolderForDump(folder)) ?? []) received.push(line)
  expect(received).toEqual(await dumpLines(source))
  await expect(lockFolder(folder)).rejects.toThrow('in use')
  await lock.release()
})
