import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { call, submit, waitFor } from './calls'
import { type EngineProcess, startEngineOn, startEngineProcess } from './engine-process'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const postgres = await vi.hoisted(async () => {
  const { openTestDatabase } = await import('../support/test-database')
  return openTestDatabase()
})

const keys = ['dt_live_one', 'dt_live_two', 'dt_live_three']
const step = 'cstepofallofthemaaaaaaaaa'
const documentsEach = 25
const kills = 5

const config = {
  organizations: keys.map((key) => ({ id: key, keys: [key] })),
  steps: [{ id: step, name: 'Invoices', pipeline: 'invoice' }],
  limits: { requestsPerMinute: null },
}

describe('kill -9 at any moment, while three organizations submit', () => {
  test('on the embedded database every accepted document ends once, and the counters agree', async () => {
    await goThroughKills(await startEngineProcess(config))
  })

  test.skipIf('problem' in postgres)('on Postgres it is the same', async () => {
    if ('problem' in postgres) return
    await goThroughKills(await startEngineOn({ config, databaseUrl: postgres.url }))
    await postgres.close()
  })
})

type Submitted = { id: string; pages: number }

async function goThroughKills(engine: EngineProcess): Promise<void> {
  try {
    const [perKey] = await Promise.all([
      Promise.all(keys.map((key) => submitSteadily({ engine, key }))),
      killAgainAndAgain(engine),
    ])
    for (const [index, submitted] of perKey.entries())
      await checkEnd({ engine, key: keys[index] ?? '', submitted })
  } finally {
    await engine.dispose()
  }
}

async function killAgainAndAgain(engine: EngineProcess): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(100 + Math.random() * 1_200)
    await engine.kill('SIGKILL')
    await engine.restart()
  }
}

/** Each document is offered, under a key of its own, until it is accepted. */
async function submitSteadily(input: { engine: EngineProcess; key: string }): Promise<Submitted[]> {
  const submitted: Submitted[] = []
  for (let index = 0; index < documentsEach; index += 1) {
    const pages = 1 + (index % 4)
    const name = `takes-${(index * 37) % 120}-pages-${pages}.pdf`
    submitted.push({ id: await offer({ ...input, name, headers: { 'idempotency-key': `${index}` } }), pages })
    await sleep(Math.random() * 200)
  }
  return submitted
}

async function offer(input: Parameters<typeof submit>[0]): Promise<string> {
  for (;;) {
    const answer = await submit({ ...input, step }).catch(() => null)
    // No answer: it is being killed, or started.
    if (answer) {
      expect(answer.status).toBe(202)
      return answer.body.id
    }
    await sleep(100)
  }
}

async function checkEnd(input: {
  engine: EngineProcess
  key: string
  submitted: Submitted[]
}): Promise<void> {
  const { engine, key, submitted } = input
  expect(new Set(submitted.map(({ id }) => id)).size).toBe(documentsEach)
  for (const { id } of submitted) expect((await waitFor({ engine, id, key })).status).toBe('SUCCESS')
  const { body } = await call({ engine, key, path: '/api/usage' })
  expect(body.successful_conversions).toBe(documentsEach)
  expect(body.successful_pages).toBe(submitted.reduce((sum, { pages }) => sum + pages, 0))
}
