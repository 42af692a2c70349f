import path from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@/engine/store/open-database'
import { call, statusOf, submit, waitFor } from './calls'
import { type EngineProcess, keyB, startEngineProcess } from './engine-process'

let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({ retention: { executionDays: 40 } })
})
afterAll(() => engine.dispose())

async function read(name: string): Promise<string> {
  const id: string = (await submit({ engine, name })).body.id
  await waitFor({ engine, id })
  return id
}

const wordsOf = (input: { id: string; query?: string; key?: string | null }) =>
  call({ engine, path: `/api/steps-async/words/${input.id}${input.query ?? ''}`, ...input })

/** Works on the database of the engine while that one is down. */
async function change(statement: ReturnType<typeof sql>): Promise<unknown[]> {
  await engine.kill('SIGTERM')
  const { databaseUrl, dataDir } = engine
  const { database, close } = await openDatabase({ databaseUrl, folder: path.join(dataDir, 'db') })
  const { rows } = (await database.execute(statement)) as { rows: unknown[] }
  await close()
  await engine.restart()
  return rows
}

test('the words of each page are told beside the result, which is not another for it', async () => {
  const id = await read('pages-2-words.pdf')
  const { status, body } = await wordsOf({ id })
  expect(status).toBe(200)
  expect(body).toEqual({
    page_count: 2,
    pages: [1, 2].map((page) => ({
      page,
      width: 595,
      height: 842,
      words: [{ text: `Página ${page}`, box: [0.1, 0.2, 0.3, 0.01], confidence: 0.9, source: 'picture' }],
    })),
  })
  expect(Object.keys((await statusOf({ engine, id })).body)).not.toContain('words')
})

test('an answer holds some pages: the one asked for, or those of a range', async () => {
  const id = await read('pages-45-words.pdf')
  const numbers = async (query: string) => {
    const { body } = await wordsOf({ id, query })
    return body.pages.map(({ page }: { page: number }) => page)
  }
  expect(await numbers('?page=45')).toEqual([45])
  expect(await numbers('?page=46')).toEqual([])
  expect(await numbers('?from=3&to=5')).toEqual([3, 4, 5])
  const first = Array.from({ length: 20 }, (_, at) => at + 1)
  expect(await numbers('')).toEqual(first)
  expect(await numbers('?from=1&to=45')).toEqual(first)
})

test.each(['?page=0', '?page=x', '?from=-1', '?to=1.5'])('%s is no page', async (query) => {
  const { status, body } = await wordsOf({ id: await read('pages-1-words.pdf'), query })
  expect({ status, message: body.message }).toEqual({ status: 400, message: 'Validation error' })
})

test('it is refused as the status is', async () => {
  const id = await read('pages-1-words.pdf')
  const refusals = [
    await wordsOf({ id: 'undefined' }),
    await wordsOf({ id, key: null }),
    await wordsOf({ id, key: keyB }),
    await wordsOf({ id: 'c000000000000000000000000' }),
  ]
  expect(refusals.map(({ status, body }) => [status, body])).toEqual([
    [400, { message: 'Invalid execution ID format' }],
    [401, { error: 'Invalid API key' }],
    [403, { message: 'Access denied to this execution' }],
    [404, { message: 'Execution not found' }],
  ])
})

test('where none are kept, because it failed or ended before words were kept, that is said', async () => {
  for (const name of ['refuse.pdf', 'fine.pdf']) {
    const { status, body } = await wordsOf({ id: await read(name) })
    expect({ status, body }).toEqual({
      status: 404,
      body: { message: 'No words are kept of this execution' },
    })
  }
})

test('they go with their execution', async () => {
  const id = await read('pages-3-words.pdf')
  const stays = await read('pages-1-words.pdf')
  await change(sql`update engine.executions set finished_at = now() - interval '41 days' where id = ${id}`)
  const rows = await change(
    sql`select execution_id as id from engine.execution_words where execution_id in (${id}, ${stays})`,
  )
  expect(rows).toEqual([{ id: stays }])
})
