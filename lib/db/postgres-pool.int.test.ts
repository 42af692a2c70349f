import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { openPool } from './postgres-pool'

const postgres = await vi.hoisted(async () => {
  const { openTestDatabase } = await import('../../tests/support/test-database')
  return openTestDatabase()
})
const problem = 'problem' in postgres ? postgres.problem : null
const url = 'url' in postgres ? postgres.url : ''
/** More often than the pool has connections. */
const losses = 12

describe.skipIf(problem)(problem ? `a pool on Postgres: ${problem}` : 'a pool on Postgres', () => {
  const pool = openPool(url)
  const database = drizzle(pool)
  const killer = new Client({ connectionString: url })

  afterAll(async () => {
    await pool.end()
    await killer.end()
    if ('close' in postgres) await postgres.close()
  })

  /** Ends every connection of the pool, as a restart of the server does. */
  const cutAll = () =>
    killer.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()')

  test('connections lost in the middle of transactions, or as one begins, are replaced for ever', async () => {
    await killer.connect()
    for (let loss = 0; loss < losses; loss += 1) {
      const lost = database.transaction(async (tx) => {
        await cutAll()
        await tx.execute('select 1')
      })
      await expect(lost).rejects.toThrow()

      const begun = database.transaction(async () => undefined).catch(() => undefined)
      await cutAll()
      await begun
    }
    const ask = async () => (await database.execute('select 1 as one')).rows
    await expect.poll(() => ask().catch(() => null)).toEqual([{ one: 1 }])
    await expect.poll(() => pool.idleCount).toBe(pool.totalCount)
  })
})
