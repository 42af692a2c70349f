import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addExecution, findExecution } from '@/engine/store/executions'
import { finishExecution, type Outcome } from '@/engine/store/finish'
import { createId } from '@/engine/store/ids'
import { type OpenDatabase, openDatabase } from '@/engine/store/open-database'
import { claimNext, requeue } from '@/engine/store/queue'
import { readUsage } from '@/engine/store/usage'
import { finish as endWork, type ProcessingParts } from '@/engine/work/queue/process-execution'
import { maxInterruptions, recover } from '@/engine/work/queue/recover'
import { engineFault } from '@/engine/work/workers/reading-pool'
import { emptyDatabase } from './empty-database'

const timeZone = 'America/Santiago'
let folder: string
let open: OpenDatabase

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'intray-engine-store-'))
  await cp(await emptyDatabase(), path.join(folder, 'db'), { recursive: true })
  open = await openDatabase({ databaseUrl: null, folder: path.join(folder, 'db') })
})
afterAll(async () => {
  await open.close()
  await rm(folder, { recursive: true, force: true })
})

async function addProcessing(organization: string): Promise<string> {
  const { database } = open
  const id = createId()
  await addExecution({
    database,
    execution: {
      id,
      organization,
      kind: 'step',
      target: 'c1',
      targetName: 'Step',
      pipeline: 'invoice',
      status: 'ENQUEUED',
      queueRank: 0,
      contentType: 'application/pdf',
      bytes: 1,
      requestedAt: new Date(),
    },
  })
  await claimNext({ database, organization, maxBytes: 10, onClaimed: async () => undefined })
  return id
}

function finish(input: { id: string; finishedAt: string; outcome?: Outcome; fails?: boolean }) {
  const outcome = input.outcome ?? { pages: 3, result: { data: {} } }
  return finishExecution({
    database: open.database,
    id: input.id,
    outcome,
    finishedAt: new Date(input.finishedAt),
    timeZone,
    alongside: async () => {
      if (input.fails) throw new Error('the webhook could not be written')
    },
  })
}

/** What surrounds an execution, as far as it is of no concern here. */
const inertParts = (): ProcessingParts => ({
  database: open.database,
  timeZone,
  files: {
    begin: () => {
      throw new Error('nothing is taken in here')
    },
    pathOf: (file) => file,
    remove: async () => undefined,
    sweep: async () => undefined,
    close: async () => undefined,
  },
  findStep: () => undefined,
  llmClient: null,
  pool: { read: async () => ({ kind: 'closed' }), close: () => undefined },
  recordFinished: async () => undefined,
  onFinished: () => undefined,
})

const usage = (organization: string, year: number, month: number) =>
  readUsage({ database: open.database, organization, month: { year, month } })

test('a success counts in the month of the wall clock, to the millisecond', async () => {
  await finish({ id: await addProcessing('zone'), finishedAt: '2027-01-01T02:59:59.999Z' })
  await finish({ id: await addProcessing('zone'), finishedAt: '2027-01-01T03:00:00.000Z' })
  expect(await usage('zone', 2026, 12)).toEqual({ pages: 3, operations: 1 })
  expect(await usage('zone', 2027, 1)).toEqual({ pages: 3, operations: 1 })
})

test('an execution ends once, whatever comes later', async () => {
  const id = await addProcessing('once')
  expect((await finish({ id, finishedAt: '2026-05-05T12:00:00Z' }))?.status).toBe('SUCCESS')
  expect(await finish({ id, finishedAt: '2026-05-05T12:00:01Z' })).toBeNull()
  expect(await finish({ id, finishedAt: '2026-05-05T12:00:02Z', outcome: { error: 'late' } })).toBeNull()
  await requeue({ database: open.database, id, counting: 'nothing' })
  expect((await findExecution({ database: open.database, id }))?.status).toBe('SUCCESS')
  expect(await usage('once', 2026, 5)).toEqual({ pages: 3, operations: 1 })
})

test('an ERROR counts nothing', async () => {
  const id = await addProcessing('error')
  await finish({ id, finishedAt: '2026-05-05T12:00:00Z', outcome: { error: 'unreadable' } })
  expect(await usage('error', 2026, 5)).toEqual({ pages: 0, operations: 0 })
})

test('state, counter and webhooks stand or fall together', async () => {
  const id = await addProcessing('together')
  await expect(finish({ id, finishedAt: '2026-05-05T12:00:00Z', fails: true })).rejects.toThrow()
  expect((await findExecution({ database: open.database, id }))?.status).toBe('PROCESSING')
  expect(await usage('together', 2026, 5)).toEqual({ pages: 0, operations: 0 })
})

test('a result that the database refuses ends in ERROR instead of being offered for ever', async () => {
  const { database } = open
  const execution = await findExecution({ database, id: await addProcessing('refused') })
  if (!execution) throw new Error('it was added above')
  // More pages than an integer holds.
  await endWork({ parts: inertParts(), execution, outcome: { pages: 1e12, result: { data: {} } } })
  expect(await findExecution({ database, id: execution.id })).toMatchObject({
    status: 'ERROR',
    error: engineFault,
    pages: null,
  })
})

test('the words of an error lose what a database cannot store', async () => {
  const id = await addProcessing('words')
  const ended = await finish({ id, finishedAt: '2026-05-05T12:00:00Z', outcome: { error: 'a\0b' } })
  expect(ended?.error).toBe('ab')
})

test('a document that is there at very many ends of the engine is given up', async () => {
  const { database } = open
  const id = await addProcessing('deadly')
  const parts = inertParts()
  for (let count = 0; count < maxInterruptions; count += 1) {
    expect(await recover(parts)).toContain('deadly')
    await claimNext({
      database,
      organization: 'deadly',
      maxBytes: 10,
      onClaimed: async () => undefined,
    })
  }
  expect(await recover(parts)).not.toContain('deadly')
  const ended = await findExecution({ database, id })
  expect(ended).toMatchObject({
    status: 'ERROR',
    error: 'The engine stopped several times while reading this document.',
  })
})
