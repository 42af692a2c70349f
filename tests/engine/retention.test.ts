import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '@/engine/store/open-database'
import { call, statusOf, submit, until, waitFor } from './calls'
import { type EngineProcess, startEngineProcess } from './engine-process'

let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({
    retention: { executionDays: 40, deliveryDays: 10 },
    limits: { webhookRetryDelaysMs: [] },
    // Nobody listens there: its deliveries are given up at once.
    webhooks: [{ organization: 'org_a', url: 'http://127.0.0.1:9/', secret: 's' }],
  })
})
afterAll(() => engine.dispose())

/** Works on the database of the engine while that one is down. */
async function whileDown<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  await engine.kill('SIGTERM')
  const { database, close } = await openDatabase({
    databaseUrl: engine.databaseUrl,
    folder: path.join(engine.dataDir, 'db'),
  })
  try {
    return await work(database)
  } finally {
    await close()
    await engine.restart()
  }
}

async function countRows(database: Database): Promise<unknown> {
  const { rows } = (await database.execute(sql`
    select (select count(*)::int from engine.executions) as executions,
      (select count(*)::int from engine.deliveries) as deliveries,
      (select count(*)::int from engine.delivery_attempts) as attempts
  `)) as { rows: unknown[] }
  return rows[0]
}

test('what is older than it is to be kept goes at the start, however much it is; the counters stay', async () => {
  const [old, young] = await Promise.all(
    ['old-pages-3.pdf', 'young-pages-2.pdf'].map(async (name) => (await submit({ engine, name })).body.id),
  )
  for (const id of [old, young]) await waitFor({ engine, id })
  const { body: usage } = await call({ engine, path: '/api/usage' })
  await whileDown(async (database) => {
    await database.execute(
      sql`update engine.executions set finished_at = now() - interval '41 days' where id = ${old}`,
    )
    await database.execute(
      sql`update engine.deliveries set created_at = now() - interval '11 days' where execution_id = ${old}`,
    )
    await database.execute(sql`
      insert into engine.executions (id, kind, organization, target, target_name, pipeline, status, queue_rank, content_type,
        bytes, requested_at, finished_at)
      select 'cold' || lpad(number::text, 21, '0'), 'step', 'org_a', '', '', '', 'ERROR', 0, 'application/pdf', 1,
        now() - interval '99 days', now() - interval '99 days' from generate_series(1, 900) as number
    `)
    // Still on its way, whatever its age.
    await database.execute(sql`
      update engine.deliveries set state = 'pending', next_attempt_at = now() + interval '1 day'
      where execution_id = ${old} and event = 'STEP_COMPLETED'
    `)
  })
  await until(async () => (await statusOf({ engine, id: old })).status === 404)
  expect((await statusOf({ engine, id: old })).body).toEqual({ message: 'Execution not found' })
  await until(async () => (await statusOf({ engine, id: 'cold000000000000000000900' })).status === 404)
  expect((await statusOf({ engine, id: young })).body.status).toBe('SUCCESS')
  expect((await call({ engine, path: '/api/usage' })).body).toEqual(usage)
  expect(usage).toMatchObject({ successful_pages: 5, successful_conversions: 2 })
  expect(await whileDown(countRows)).toEqual({ executions: 1, deliveries: 3, attempts: 3 })
})
