import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { emptyDatabase } from './empty-database'

export type EngineConfigInput = Record<string, unknown>

export type EngineProcess = {
  url: string
  pid: () => number
  dataDir: string
  /** Its own database on Postgres, when the tests run on one. */
  databaseUrl: string | null
  /** Names of all documents that were given to a reader, in order. */
  readings: () => Promise<string[]>
  output: () => string
  readers: () => Promise<number[]>
  kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  restart: () => Promise<void>
  dispose: () => Promise<void>
}

export const keyA = 'dt_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
export const keyB = 'dt_live_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'
export const revokedKey = 'dt_live_cccccccccccccccccccccccccccccccc'
export const stepA = 'cstepaaaaaaaaaaaaaaaaaaaa'
export const stepB = 'cstepbbbbbbbbbbbbbbbbbbbb'

const twoOrganizations = {
  timeZone: 'America/Santiago',
  organizations: [
    { id: 'org_a', name: 'A', keys: [keyA, revokedKey], revokedKeys: [revokedKey] },
    { id: 'org_b', name: 'B', keys: [keyB] },
  ],
  steps: [
    { id: stepA, name: 'Invoice Processing', organization: 'org_a', pipeline: 'invoice' },
    { id: stepB, name: 'Receipts of B', organization: 'org_b', pipeline: 'receipt' },
  ],
}

/** Set: all of these tests run against a real Postgres instead of the embedded one. */
const postgresUrl = process.env.TEST_DATABASE_URL

const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Starts an engine of its own, in a folder of its own, whose readers are the double's. */
export function startEngineProcess(config: EngineConfigInput = {}): Promise<EngineProcess> {
  return startProcess({ config, main: './double/main.ts', environment: {} })
}

/** The same on a database of the test's own. */
export function startEngineOn(input: {
  config: EngineConfigInput
  databaseUrl: string
}): Promise<EngineProcess> {
  const { config, databaseUrl } = input
  const database = { url: databaseUrl, drop: async () => undefined }
  return startProcess({ config, main: './double/main.ts', environment: {}, database })
}

/** The same with the engine's own readers; `environment` is added to that of this process. */
export function startReadingEngine(input: {
  config: EngineConfigInput
  environment?: Record<string, string>
}): Promise<EngineProcess> {
  const { config, environment = {} } = input
  return startProcess({ config, main: '../../engine/main.ts', environment })
}

/** The built one that lies at `program`. */
export function startBuiltEngine(program: string): Promise<EngineProcess> {
  return startProcess({ config: {}, main: pathToFileURL(program).href, environment: {} })
}

type TestDatabase = { url: string; drop: () => Promise<unknown> }

type ProcessStart = {
  config: EngineConfigInput
  main: string
  environment: Record<string, string>
  /** Null: the embedded one. Without it, what the tests run on. */
  database?: TestDatabase | null
}

async function startProcess({ config, main, environment, ...options }: ProcessStart): Promise<EngineProcess> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'intray-engine-'))
  const database = options.database ?? (postgresUrl ? await createDatabase(postgresUrl) : null)
  if (!database) await cp(await emptyDatabase(), path.join(dataDir, 'db'), { recursive: true })
  const run = () =>
    spawnEngine({
      main,
      environment: { ...environment, ENGINE_CONFIG: configFile, DATABASE_URL: database?.url ?? '' },
    })
  const configFile = path.join(dataDir, 'config.json')
  await writeFile(configFile, JSON.stringify({ ...twoOrganizations, dataDir, ...config }))
  let running = await run()
  const engine: EngineProcess = {
    url: running.url,
    pid: () => running.child.pid ?? 0,
    dataDir,
    databaseUrl: database?.url ?? null,
    readings: async () => {
      const text = await readFile(path.join(dataDir, 'readings'), 'utf8').catch(() => '')
      return text.split('\n').filter(Boolean)
    },
    output: () => running.output.join('\n'),
    readers: async () => {
      const pid = engine.pid()
      const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
      const ids = children.split(' ').filter(Boolean).map(Number)
      const commands = await Promise.all(
        ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')),
      )
      return ids.filter((_id, index) => /workers\/child|reader\.mjs/.test(commands[index] ?? ''))
    },
    kill: async (signal) => {
      if (running.child.exitCode !== null || running.child.signalCode !== null) return
      running.child.kill(signal)
      await once(running.child, 'exit')
    },
    restart: async () => {
      running = await run()
      engine.url = running.url
    },
    dispose: async () => {
      await engine.kill('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
  }
  return engine
}

async function spawnEngine({ main, environment }: Pick<ProcessStart, 'main' | 'environment'>): Promise<{
  child: ChildProcess
  url: string
  output: string[]
}> {
  const reading = main.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...reading, fileURLToPath(new URL(main, import.meta.url))], {
    cwd: projectFolder,
    env: { ...process.env, ...environment, ENGINE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const output: string[] = []
  if (!child.stdout || !child.stderr) throw new Error('both are pipes')
  child.stderr.on('data', (text: Buffer) => output.push(text.toString()))
  const lines = createInterface({ input: child.stdout })
  const address = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      output.push(line)
      const found = /^engine listening on (.+)$/.exec(line)?.[1]
      if (found) resolve(found)
    })
    lines.on('close', () => reject(new Error(`The engine did not start:\n${output.join('\n')}`)))
  })
  return { child, url: `http://${address}`, output }
}

/** A database of its own on the server that the tests were given. */
async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `engine_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}
