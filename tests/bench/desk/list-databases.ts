import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { adoptConnection } from '@/lib/db/client'
import { type Connection, connectEmbedded, connectPostgres } from '@/lib/db/connection'
import { startPostgresServer } from '../../support/postgres-server'
import { say } from './figures'
import { measureLists } from './lists'
import { seedDesk } from './seed'

/** The embedded database on an empty folder of its own. */
export async function measureEmbeddedLists(documents: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'intray-bench-'))
  await measureOn({ name: 'PGlite', connection: await connectEmbedded(folder), documents })
  await rm(folder, { recursive: true, force: true })
}

/** A Postgres out of npm with its stock settings (128 MB of shared buffers). */
export async function measurePostgresLists(documents: number): Promise<void> {
  const server = await startPostgresServer()
  if ('problem' in server) return say(`\nPostgres was left out: ${server.problem}`)
  try {
    await measureOn({ name: 'Postgres', connection: await connectPostgres(server.url), documents })
  } finally {
    await server.close()
  }
}

type Measuring = { name: string; connection: Connection; documents: number }

async function measureOn({ name, connection, documents }: Measuring): Promise<void> {
  adoptConnection(connection)
  const startedAt = performance.now()
  await seedDesk(documents)
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  say(`\n${name}, ${documents.toLocaleString('en')} documents (made in ${seconds} s)`)
  await measureLists()
  adoptConnection(undefined)
  await connection.close()
}
