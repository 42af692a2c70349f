import path from 'node:path'
import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import { createGuardedPool, type GuardedPool, type PoolLimits } from './pool'

type Reply = { script: string; pid: number; variables: string[] }
type Pool = GuardedPool<string, Reply>

const opened: Pool[] = []
afterEach(() => {
  for (const pool of opened.splice(0)) pool.close()
})

function openPool({ size = 1, module = 'tests/fixtures/guarded-double.ts', ...some }: Settings = {}): Pool {
  const pool: Pool = createGuardedPool({
    size,
    log: pino({ level: 'silent' }),
    program: {
      module: path.resolve(module),
      cwd: process.cwd(),
      env: { NODE_ENV: 'test' },
      heapBytes: 268_435_456,
    },
    limits: { taskMs: 30_000, idleMs: 30_000, memoryBytes: 1e9, retireBytes: 1e9, ...some },
  })
  opened.push(pool)
  return pool
}
type Settings = Partial<PoolLimits> & { size?: number; module?: string }

async function pidOf(pool: Pool): Promise<number> {
  const outcome = await pool.run('who')
  if (outcome.kind !== 'reply') throw new Error(`no reply: ${JSON.stringify(outcome)}`)
  return outcome.reply.pid
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('tasks in line for one process are answered in order, by the same process', async () => {
  const pool = openPool()
  const outcomes = await Promise.all(['first', 'second', 'third'].map((script) => pool.run(script)))
  expect(outcomes).toMatchObject(
    ['first', 'second', 'third'].map((script) => ({ kind: 'reply', reply: { script } })),
  )
  expect(new Set(outcomes.map((outcome) => outcome.kind === 'reply' && outcome.reply.pid)).size).toBe(1)
})

test('what runs aside waits until nobody else does, and then takes the process that is warm', async () => {
  const pool = openPool({ size: 2 })
  const order: string[] = []
  const note = (name: string) => (outcome: Awaited<ReturnType<Pool['run']>>) => {
    order.push(name)
    return outcome.kind === 'reply' ? outcome.reply.pid : 0
  }
  const first = pool.run('get on').then(note('first'))
  const aside = ['drawing', 'another'].map((name) =>
    pool.runAside('who', { taskMs: 30_000 }).then(note(name)),
  )
  const others = ['second', 'third', 'fourth'].map((name) => pool.run('who').then(note(name)))
  const known = await Promise.all([first, ...others])
  expect(known).toContain(await aside[0])
  await aside[1]
  expect(order).toEqual(['second', 'third', 'fourth', 'first', 'drawing', 'another'])
})

test('two that run aside do so one after the other, by one process', async () => {
  const pool = openPool({ size: 2 })
  const outcomes = await Promise.all([1, 2].map(() => pool.runAside('who', { taskMs: 30_000 })))
  const pids = outcomes.map((outcome) => outcome.kind === 'reply' && outcome.reply.pid)
  expect(pids[0]).toBeGreaterThan(0)
  expect(pids[1]).toBe(pids[0])
})

test('what runs aside has its own limit, and takes no place of those that come meanwhile', async () => {
  const pool = openPool()
  const aside = pool.runAside('stand still', { taskMs: 3_000 })
  expect(await pool.run('who')).toMatchObject({ kind: 'reply' })
  expect(await aside).toMatchObject({ kind: 'lost', why: 'time' })
})

test('a process is given nothing of our environment', async () => {
  const outcome = await openPool().run('who')
  const allowed = ['NODE_ENV', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']
  const given = outcome.kind === 'reply' ? outcome.reply.variables : []
  expect(given.filter((name) => !allowed.includes(name))).toEqual([])
})

test('a process prepared beforehand takes the task', async () => {
  const pool = openPool()
  pool.prepare()
  pool.prepare()
  expect(await pool.run('who')).toMatchObject({ kind: 'reply' })
})

test.each(['hang', 'stand still'])(
  'a task that does not get on (%s) costs its own process alone',
  async (script) => {
    const pool = openPool({ size: 2, taskMs: 1_000 })
    const pid = await pidOf(pool)
    const lost = pool.run(script)
    expect(await pool.run('who')).toMatchObject({ kind: 'reply' })
    expect(await lost).toMatchObject({ kind: 'lost', why: 'time' })
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false))
    expect(await pool.run('who')).toMatchObject({ kind: 'reply' })
  },
)

test('a task that says it gets on may take longer', async () => {
  expect(await openPool({ taskMs: 4_000 }).run('get on')).toMatchObject({ kind: 'reply' })
})

test('a process that dies is reported and replaced', async () => {
  const pool = openPool()
  expect(await pool.run('crash')).toMatchObject({ kind: 'lost', why: 'crash' })
  expect(await pool.run('who')).toMatchObject({ kind: 'reply' })
})

test('a process that met something unforeseen is not used again', async () => {
  const pool = openPool()
  const pid = await pidOf(pool)
  const outcome = await pool.run('fault')
  expect(outcome).toMatchObject({ kind: 'fault', detail: expect.stringContaining('unforeseen') })
  expect(await pidOf(pool)).not.toBe(pid)
})

test.skipIf(process.platform === 'win32')('a process that swells beyond the limit is ended', async () => {
  expect(await openPool({ memoryBytes: 1_000_000 }).run('stand still')).toMatchObject({
    kind: 'lost',
    why: 'memory',
  })
})

test.skipIf(process.platform === 'win32')('a process that has grown is not used again', async () => {
  const pool = openPool({ retireBytes: 1_000_000 })
  expect(await pidOf(pool)).not.toBe(await pidOf(pool))
})

test('a process without work is let go', async () => {
  const pool = openPool({ idleMs: 100 })
  const pid = await pidOf(pool)
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 5_000 })
})

test('a program that cannot start is not the fault of the task', async () => {
  const outcome = await openPool({ module: 'tests/fixtures/no-such-module.ts' }).run('who')
  expect(outcome).toMatchObject({
    kind: 'lost',
    why: 'start',
    detail: expect.stringContaining('no-such-module'),
  })
})

test('a closed pool ends what is under way and takes nothing more', async () => {
  const pool = openPool()
  const pid = await pidOf(pool)
  const lost = [pool.run('stand still'), pool.run('in line'), pool.runAside('who', { taskMs: 30_000 })]
  await new Promise((resolve) => setTimeout(resolve, 100))
  pool.close()
  expect(await Promise.all(lost)).toMatchObject(Array(3).fill({ why: 'closed' }))
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false))
})
