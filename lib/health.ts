import 'server-only'
import { pingDatabase } from './db/client'
import { isUpstreamReachable } from './docutray/reachability'
import { type UpstreamKind, upstreamKind } from './docutray/upstream'
import { isFileStoreReachable } from './files/reachability'
import { fileStore } from './files/stores'
import { log } from './log'

export type Health = {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  upstream: { kind: UpstreamKind; reachable: boolean }
  files: { kind: 'folder' | 's3'; reachable: boolean }
}

const patienceMs = 3000

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
    await Promise.race([pingDatabase(), giveUp()])
    return 'ok'
  } catch (error) {
    log.error({ err: error }, 'the database does not answer')
    return 'down'
  }
}

function giveUp(): Promise<never> {
  return new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs).unref(),
  )
}
