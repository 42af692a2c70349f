import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submit, until, waitFor } from './calls'
import { type EngineProcess, keyA, keyB, startEngineProcess, stepB } from './engine-process'

let engine: EngineProcess

beforeAll(async () => {
  engine = await startEngineProcess({
    limits: {
      processingTimeoutMs: 6_000,
      workerMemoryBytes: 400 * 1_048_576,
      workerIdleMs: 1_500,
    },
  })
})
afterAll(() => engine.dispose())

async function outcomeOf(name: string) {
  const { body } = await submit({ engine, name })
  return waitFor({ engine, id: body.id })
}

test('a document that takes too long ends in ERROR, and the next one is read', async () => {
  const body = await outcomeOf('hang.pdf')
  expect(body.status).toBe('ERROR')
  expect(body.error).toBe('Reading stood still for 6 seconds and was stopped.')
  expect((await outcomeOf('after.pdf')).status).toBe('SUCCESS')
})

test('a document that needs too much memory ends in ERROR, and the one beside it is untouched', async () => {
  const beside = submit({ engine, name: 'takes-1200.pdf' })
  const body = await outcomeOf('grow.pdf')
  expect(body.status).toBe('ERROR')
  expect(body.error).toBe('Reading needed more than 400 MB of memory and was stopped.')
  const { body: other } = await beside
  expect((await waitFor({ engine, id: other.id })).status).toBe('SUCCESS')
})

test('a document that kills its reader is tried three times and then ends in ERROR', async () => {
  const body = await outcomeOf('crash.pdf')
  expect(body.status).toBe('ERROR')
  expect(body.error).toBe('The reader stopped several times while reading this document.')
  expect((await engine.readings()).filter((name) => name === 'crash.pdf')).toHaveLength(3)
})

test.skipIf(!existsSync('/proc/self/autogroup'))(
  'a reader lets the engine go first, also where cores are shared between sessions',
  async () => {
    await outcomeOf('first.pdf')
    const [reader = 0] = await engine.readers()
    expect(getPriority(reader)).toBe(Math.min(19, getPriority(engine.pid()) + 10))
    expect(await readFile(`/proc/${reader}/autogroup`, 'utf8')).toMatch(/ nice 5$/m)
  },
)

test('readers are kept between documents and let go when there are none', async () => {
  await outcomeOf('one.pdf')
  const warm = await engine.readers()
  await outcomeOf('two.pdf')
  expect(await engine.readers()).toEqual(warm)
  await until(async () => (await engine.readers()).length === 0)
})

test('neither keys nor what documents say is in the log, faults included', async () => {
  const { body } = await submit({
    engine,
    name: 'fault-of-mine.pdf',
    fields: { document_metadata: '{"iban":"CL-SECRET"}' },
  })
  await waitFor({ engine, id: body.id })
  await until(() => engine.output().includes('a fault while reading'))
  for (const secret of [keyA, keyB, 'CL-SECRET', 'Ñandú', '%PDF']) {
    expect(engine.output()).not.toContain(secret)
  }
})

test('a small document does not wait for large ones, nor an organization for another', async () => {
  const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(9 * 1_048_576)])
  const first = await submit({ engine, name: 'takes-5000.pdf', bytes: large })
  const later = await Promise.all(
    [1, 2].map((n) => submit({ engine, name: `takes-100-${n}.pdf`, bytes: large })),
  )
  const small = await submit({ engine, name: 'small.pdf' })
  const theirs = await submit({ engine, name: 'theirs.pdf', key: keyB, step: stepB })
  await waitFor({ engine, id: small.body.id })
  await waitFor({ engine, id: theirs.body.id, key: keyB })
  for (const { body } of [first, ...later]) await waitFor({ engine, id: body.id })
  const order = await engine.readings()
  const secondLarge = order.find((name) => name.startsWith('takes-100-')) ?? ''
  expect(order.indexOf('small.pdf')).toBeLessThan(order.indexOf(secondLarge))
  expect(order.indexOf('theirs.pdf')).toBeLessThan(order.indexOf(secondLarge))
})
