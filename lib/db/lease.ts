import 'server-only'
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { log } from '../log'
import { endLease, keepLease, takeLease } from './lease-store'

/** What a dead process held is free after this. */
const leaseMs = 10_000
const renewalMs = 1_000
const retryMs = 200

export type Lease = { end: () => Promise<void> }

type LeaseRequest = {
  name: string
  /** Null when nobody else gave it up within this. */
  timeoutMs: number
  signal?: AbortSignal
  /** Somebody else waits for it, or it was lost. */
  onWanted?: () => void
}

/** Waits for the lease of that name, which one holder of all processes on this database has at a time. */
export async function waitForLease(request: LeaseRequest): Promise<Lease | null> {
  const { name, timeoutMs, signal } = request
  const holder = randomUUID()
  const deadline = Date.now() + timeoutMs
  while (!(await takeLease({ name, holder, forMs: leaseMs }))) {
    if (signal?.aborted || Date.now() > deadline) return null
    await delay(retryMs)
  }
  const stopKeeping = keep({ name, holder, onWanted: request.onWanted ?? (() => undefined) })
  return {
    end: async () => {
      stopKeeping()
      await endLease({ name, holder })
    },
  }
}

/** Returns the way to stop. */
function keep({ name, holder, onWanted }: { name: string; holder: string; onWanted: () => void }) {
  const timer = setInterval(async () => {
    try {
      const { isOurs, isWanted } = await keepLease({ name, holder, forMs: leaseMs })
      if (!isOurs || isWanted) onWanted()
    } catch (error) {
      log.warn({ err: error, lease: name }, 'a lease could not be renewed')
    }
  }, renewalMs)
  timer.unref()
  return () => clearInterval(timer)
}
