import 'server-only'
import { EventEmitter, once } from 'node:events'

// One bell per process: Next bundles each route apart, and routes ring it for the pumps.
const shared = globalThis as typeof globalThis & { intrayBell?: EventEmitter; intrayStopping?: boolean }

/** Wakes what sleeps on the queue in this process. */
export function wake(queue: string): void {
  bell().emit(queue)
}

/** Sleeps until `at`, or until the queue is woken. */
export async function sleepUntil({ queue, at }: { queue: string; at: Date }): Promise<void> {
  const ringing = new AbortController()
  const timer = setTimeout(() => ringing.abort(), Math.max(0, at.getTime() - Date.now()))
  await once(bell(), queue, { signal: ringing.signal }).catch(() => undefined)
  clearTimeout(timer)
}

/** From the first word of a shutdown no new work is taken up. */
export function setStopping(stopping: boolean): void {
  shared.intrayStopping = stopping
}

export function isStopping(): boolean {
  return shared.intrayStopping === true
}

function bell(): EventEmitter {
  shared.intrayBell ??= new EventEmitter().setMaxListeners(0)
  return shared.intrayBell
}
