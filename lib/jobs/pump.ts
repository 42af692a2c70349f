import 'server-only'
import { log } from '../log'
import { type QueueName, requestJob } from './boss'
import { isStopping, sleepUntil } from './wake'

type Pump<Item> = {
  queue: QueueName
  concurrency: number
  /** Takes up to `limit` due rows for this process; an empty list where none may be worked on now. */
  claim: (limit: number) => Promise<Item[]>
  work: (item: Item) => Promise<void>
  /** When the next row is due, a past time included; null when there is none. */
  findNextDue: () => Promise<Date | null>
}

/** A run stays for what is due so soon, and leaves the rest to a job at its time. */
const stayMs = 2000
/** Jobs are given up by pg-boss after 15 minutes; a run under steady load makes room for the next one earlier. */
const maxRunMs = 10 * 60_000
const shortestPauseMs = 100
const longestPauseMs = 1000

/** Works on due rows until none is left or due soon, then asks for the next run. */
export async function runPump<Item>(pump: Pump<Item>): Promise<void> {
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
  if (nextDue && !isStopping()) await requestJob(pump.queue, { at: nextDue })

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
