import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGuardedPool } from '@/base/guarded-process/pool'
import { buildPrograms } from '@/cli/build/build-programs'
import type { InspectorReply, InspectorTask } from '@/lib/files/inspect/inspector-protocol'
import { fixtureFile } from '@/tests/fixtures/fixture'
import { submit, waitFor } from './calls'
import { type EngineProcess, startBuiltEngine, startReadingEngine } from './engine-process'

/** Inside of the project: what is built finds its packages there. */
const target = path.resolve(`.next/programs-of-test-${process.pid}`)

beforeAll(() => buildPrograms({ target, stamp: 'a test' }))
afterAll(() => rm(target, { recursive: true, force: true }))

async function readInvoice(engine: EngineProcess) {
  const bytes = await readFile(await fixtureFile('invoice.pdf'))
  const { body } = await submit({ engine, name: 'invoice.pdf', bytes })
  return waitFor({ engine, id: body.id })
}

test.skipIf(process.platform !== 'linux')(
  'the built engine reads what its source reads, and none of its processes compiles itself',
  async () => {
    const [built, source] = await Promise.all([
      startBuiltEngine(path.join(target, 'engine.mjs')),
      startReadingEngine({ config: {} }),
    ])
    const [fromBuilt, fromSource] = await Promise.all([readInvoice(built), readInvoice(source)])
    expect(fromBuilt).toMatchObject({ status: 'SUCCESS' })
    expect(fromBuilt.data).toEqual(fromSource.data)

    const pids = [built.pid(), ...(await built.readers())]
    expect(pids.length).toBeGreaterThan(1)
    const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8')))
    expect(commands.filter((command) => command.includes('tsx'))).toEqual([])
    await Promise.all([built.dispose(), source.dispose()])
  },
)

test('the built inspector counts pages without its source', async () => {
  const inspector = createGuardedPool<InspectorTask, InspectorReply>({
    size: 1,
    log: pino({ level: 'silent' }),
    program: {
      module: path.join(target, 'inspector.mjs'),
      cwd: target,
      env: { NODE_ENV: 'production' },
      heapBytes: 512 * 1_048_576,
    },
    limits: { taskMs: 30_000, idleMs: 30_000, memoryBytes: 1.5e9, retireBytes: 1e9 },
  })
  const file = { path: await fixtureFile('eighteen-pages.pdf'), contentType: 'application/pdf' } as const
  expect(await inspector.run({ kind: 'check', ...file })).toEqual({
    kind: 'reply',
    reply: { kind: 'pages', pages: 18 },
  })
  inspector.close()
})
