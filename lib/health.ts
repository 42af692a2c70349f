import 'server-only'
import { pingDatabase } from './db/client'
import { isUpstreamReachable } from './docutray/reachability'
import { type UpstreamKind, upstreamKind } from './docutray/upstream'
import { log } from './log'

export type Health = {
  status: 'ok' | 'down'
  database: 'ok' | 'down'
  upstream: { kind: UpstreamKind; reachable: boolean }
}

const patienceMs = 3000

/**
 * How the desk is, for monitors. It is down without its database; without the upstream it still takes documents in.
 */
export async function getHealth(): Promise<Health> {
  const [database, reachable] = await Promise.all([databaseState(), isUpstreamReachable()])
  return {
    status: database,
    database,
    upstream: { kind: upstreamKind(), reachable },
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
