import 'server-only'
import { pingDatabase } from './db/client'
import { isUpstreamReachable } from './docutray/reachability'
import { type UpstreamKind, upstreamKind } from './docutray/upstream'
import { fileStore, isFileStoreReachable } from './files/stores'
import { log } from './log'
import { withTimeout } from './with-timeout'

type Health = {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  upstream: { kind: UpstreamKind; reachable: boolean }
  files: { kind: 'folder' | 's3'; reachable: boolean }
}

const timeoutMs = 3000

/**
 * How the desk is, for monitors. It is down without its database; without the upstream it still takes documents in,
 * and without its file store it still shows what became of them.
 */
export async function getHealth(): Promise<Health> {
  const [database, reachable, hasFiles] = await Promise.all([
    databaseState(),
    isUpstreamReachable(),
    isFileStoreReachable(),
  ])
  return {
    status: database,
    database,
    upstream: { kind: upstreamKind(), reachable },
    files: { kind: fileStore().kind, reachable: hasFiles },
  }
}

async function databaseState(): Promise<'ok' | 'down'> {
  try {
    const state = await withTimeout({ work: pingDatabase(), timeoutMs, otherwise: 'silent' })
    if (state !== 'silent') return 'ok'
    log.error({ timeoutMs }, 'the database does not answer in time')
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
  }
  return 'down'
}
