import 'server-only'
import { AppError } from '../errors'
import { ping } from './calls/client'

const freshMs = 10_000
const patienceMs = 2000

// One answer for all who ask: monitors must not multiply the calls upstream.
const shared = globalThis as typeof globalThis & {
  intrayReachability?: { askedAt: number; answer: Promise<boolean> }
}

/** Whether the upstream answered lately, if only with a refusal; false where it keeps us waiting. */
export async function isUpstreamReachable(): Promise<boolean> {
  const last = shared.intrayReachability
  const isFresh = last !== undefined && performance.now() - last.askedAt < freshMs
  const current = isFresh ? last : { askedAt: performance.now(), answer: askUpstream() }
  shared.intrayReachability = current
  return Promise.race([current.answer, giveUp()])
}

async function askUpstream(): Promise<boolean> {
  try {
    await ping()
    return true
  } catch (thrown) {
    const status = thrown instanceof AppError ? thrown.details.status : undefined
    return typeof status === 'number' && status < 500
  }
}

function giveUp(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patienceMs).unref())
}
