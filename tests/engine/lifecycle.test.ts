import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readFixture } from '../fixtures/fixture'
import { until } from './calls'
import { emptyDatabase } from './empty-database'

vi.setConfig({ testTimeout: 120_000 })

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'intray-engine-main-'))
  await cp(await emptyDatabase(), path.join(dataDir, 'db'), { recursive: true })
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** The engine itself, as the launcher starts it. */
function startMain(environment: Record<string, string>): ChildProcess {
  return fork('engine/main.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ENGINE_PORT: '0', ENGINE_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

async function addressOf(engine: ChildProcess): Promise<string> {
  let output = ''
  engine.stdout?.on('data', (piece: Buffer) => {
    output += piece.toString()
  })
  await until(() => /^engine listening on .+$/m.test(output))
  return `http://${/^engine listening on (.+)$/m.exec(output)?.[1]}`
}

const stepsFor = async ({ url, key }: { url: string; key: string }) => {
  const response = await fetch(`${url}/api/steps`, { headers: { authorization: `Bearer ${key}` } })
  return { status: response.status, body: await response.json() }
}

test('the launcher’s key opens one step for each pipeline, a document goes through, and the engine ends with its parent', async () => {
  const key = 'dt_live_given_by_the_launcher'
  const engine = startMain({ ENGINE_API_KEY: key })
  const url = await addressOf(engine)
  expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok' })
  const { body } = await stepsFor({ url, key })
  expect(body.steps).toHaveLength(3)

  const headers = { authorization: `Bearer ${key}` }
  const form = new FormData()
  const bytes = await readFixture('invoice.pdf')
  form.set('image', new Blob([new Uint8Array(bytes)]), 'invoice.pdf')
  const invoices = body.steps.find((step: { name: string }) => step.name.startsWith('Invoice'))
  const posted = await fetch(`${url}/api/steps-async/${invoices.id}`, { method: 'POST', headers, body: form })
  const { id } = await posted.json()
  let execution = { status: '', data: {} }
  await until(async () => {
    execution = await (await fetch(`${url}/api/steps-async/status/${id}`, { headers })).json()
    return ['SUCCESS', 'ERROR'].includes(execution.status)
  })
  expect(execution).toMatchObject({ status: 'SUCCESS', data: { invoice_number: 'FPW-2026-0418' } })

  engine.disconnect()
  const [code] = await once(engine, 'exit')
  expect(code).toBe(0)
})

test('an engine whose parent goes while it starts ends too', async () => {
  const engine = startMain({ ENGINE_API_KEY: 'dt_live_given_by_the_launcher' })
  engine.disconnect()
  const [code] = await once(engine, 'exit')
  expect(code).toBe(0)
})

test('without any organization a key is made, kept from other users, and the same after a restart', async () => {
  const first = startMain({})
  const url = await addressOf(first)
  const file = path.join(dataDir, 'api-key')
  const key = (await readFile(file, 'utf8')).trim()
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect((await stepsFor({ url, key })).status).toBe(200)
  first.kill('SIGTERM')
  await once(first, 'exit')

  const second = startMain({})
  expect((await stepsFor({ url: await addressOf(second), key })).status).toBe(200)
  second.kill('SIGTERM')
  await once(second, 'exit')
})

test('a bad setting stops the start with one line that names it', async () => {
  const engine = startMain({ ENGINE_TIME_ZONE: 'Mars/Base' })
  if (!engine.stderr) throw new Error('stderr is a pipe')
  const [said, [code]] = await Promise.all([text(engine.stderr), once(engine, 'exit')])
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    'The engine cannot start. Bad setting timeZone (environment): must be an IANA time zone such as America/Santiago',
  )
})

test('it listens on this machine only', async () => {
  const engine = startMain({ ENGINE_API_KEY: 'dt_live_x' })
  const { port } = new URL(await addressOf(engine))
  const elsewhere = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter((address) => !address.internal && address.family === 'IPv4'),
  )
  for (const host of ['[::1]', ...elsewhere.map(({ address }) => address)]) {
    await expect(fetch(`http://${host}:${port}/health`)).rejects.toThrow()
  }
  engine.kill('SIGTERM')
  await once(engine, 'exit')
})
