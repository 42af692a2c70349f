import 'server-only'
import { log } from '../log'
import { isStopping, type QueueName, sleepUntil } from './wake'

type Pump<Item> = {
  queue: QueueName
  concurrency: number
  /** Takes up to `limit` due rows for this process; an empty list where none may be worked on now. */
  claim: (limit: number) => Promise<Item[]>
  work: (item: Item) => Promise<void>
  /** When the next row is due, a past time included; null when there is none. */
  findNextDue: () => Promise<Date | null>
}

/** A run stays for what is due so soon, and leaves the rest to the next one. */
const stayMs = 2000
/** A run under steady load ends now and then, for what its worker does between runs. */
const maxRunMs = 10 * 60_000
const shortestPauseMs = 100
const longestPauseMs = 1000

/** Works on due rows until none is left or due soon; returns when the next one is. */
export async function runPump<Item>(pump: Pump<Item>): Promise<Date | null> {
  const startedAt = Date.now()
  const running = new Set<Promise<void>>()
  let nextDue: Date | null = null
  while (!isStopping()) {
    const isOver = Date.now() - startedAt > maxRunMs
    nextDue = await pump.findNextDue()
    const waitMs = nextDue ? nextDue.getTime() - Date.now() : Number.POSITIVE_INFINITY
    if (running.size === 0 && (isOver || waitMs > stayMs)) break
    const free = pump.concurrency - running.size
    const items = waitMs <= 0 && !isOver && free > 0 ? await pump.claim(free) : []
    for (const item of items) start(item)
    if (running.size === pump.concurrency) await Promise.race(running)
    else if (items.length === 0) await pauseFor(waitMs)
  }
  await Promise.all(running)
  return nextDue

  function start(item: Item) {
    const task = pump
      .work(item)
      .catch((error) => log.error({ err: error, queue: pump.queue }, 'a document could not be worked on'))
      .finally(() => running.delete(task))
    running.add(task)
  }

  async function pauseFor(waitMs: number) {
    const boundedMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, waitMs))
    await Promise.race([...running, sleepUntil({ queue: pump.queue, at: new Date(Date.now() + boundedMs) })])
  }
}
