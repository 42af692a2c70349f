import 'server-only'
import { pingDatabase } from './db/client'
import { askUpstream } from './docutray/reachability'
import { readStanding } from './docutray/standing'
import { type UpstreamKind, upstreamKind } from './docutray/upstream'
import { fileStore, isFileStoreReachable } from './files/stores'
import { log } from './log'
import { withTimeout } from './with-timeout'

type Health = {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  /** `authorized` is false while our key is refused, altogether or for a step; `limitedUntil` is the end of a 429. */
  upstream: { kind: UpstreamKind; reachable: boolean; authorized: boolean; limitedUntil: string | null }
  files: { kind: 'folder' | 's3'; reachable: boolean }
}

const timeoutMs = 3000

/**
 * How the desk is, for monitors. It is down without its database; without the upstream it still takes documents in,
 * and without its file store it still shows what became of them.
 */
export async function getHealth(): Promise<Health> {
  const [database, upstream, hasFiles] = await Promise.all([
    databaseState(),
    upstreamState(),
    isFileStoreReachable(),
  ])
  return {
    status: database,
    database,
    upstream,
    files: { kind: fileStore().kind, reachable: hasFiles },
  }
}

async function upstreamState(): Promise<Health['upstream']> {
  const reach = await askUpstream()
  const standing = await withTimeout({ work: readStanding(), timeoutMs, otherwise: null }).catch(() => null)
  return {
    kind: upstreamKind(),
    reachable: reach !== 'away',
    authorized: standing ? standing.refusals.length === 0 : reach !== 'refusing',
    limitedUntil: standing?.limitedUntil?.toISOString() ?? null,
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
