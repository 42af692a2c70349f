import 'server-only'
import { EventEmitter, once as onceEmitted } from 'node:events'
import { once } from '../once'

/** Wakes what sleeps on the queue in this process. */
export function wake(queue: string): void {
  emitter().emit(queue)
}

/** Sleeps until `at`, or until the queue is woken. */
export async function sleepUntil({ queue, at }: { queue: string; at: Date }): Promise<void> {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), Math.max(0, at.getTime() - Date.now()))
  await onceEmitted(emitter(), queue, { signal: waiting.signal }).catch(() => undefined)
  clearTimeout(timer)
}

/** From the first word of a shutdown no new work is taken up. */
export function setStopping(stopping: boolean): void {
  shutdown().isStopping = stopping
}

export function isStopping(): boolean {
  return shutdown().isStopping
}

const emitter = () => once('wake', () => new EventEmitter().setMaxListeners(0))
const shutdown = () => once('shutdown', () => ({ isStopping: false }))
