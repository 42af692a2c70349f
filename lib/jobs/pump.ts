import 'server-only'
import { log } from '../log'
import { type QueueName, requestJob } from './boss'
import { isStopping, sleepUntil } from './wake'

type Pump<Item> = {
  queue: QueueName
  concurrency: number
  /** Takes up to `limit` due rows for this process; an empty list where nothing may be done now. */
  claim: (limit: number) => Promise<Item[]>
  work: (item: Item) => Promise<void>
  /** When the next row is due, a past time included; null when there is none. */
  findNextDue: () => Promise<Date | null>
}

/** A run stays for what is due so soon, and leaves the rest to a job at its time. */
const stayMs = 2000
/** Jobs are given up by pg-boss after 15 minutes; a run under steady load makes room for the next one earlier. */
const maxRunMs = 10 * 60_000
const shortestPauseMs = 50
const longestPauseMs = 1000

/** Works on due rows until none is left or due soon, then asks for the next run. */
export async function runPump<Item>(pump: Pump<Item>): Promise<void> {
  const startedAt = Date.now()
  const running = new Set<Promise<void>>()
  let nextDue: Date | null = null
  while (!isStopping()) {
    const isOver = Date.now() - startedAt > maxRunMs
    for (const item of isOver ? [] : await pump.claim(pump.concurrency - running.size)) start(item)
    nextDue = await pump.findNextDue()
    const isDueSoon = nextDue !== null && nextDue.getTime() - Date.now() < stayMs
    if (running.size === 0 && (isOver || !isDueSoon)) break
    await pauseFor(nextDue)
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

  async function pauseFor(due: Date | null) {
    if (running.size >= pump.concurrency) return Promise.race(running)
    const waitMs = due ? due.getTime() - Date.now() : longestPauseMs
    const boundedMs = Math.min(longestPauseMs, Math.max(shortestPauseMs, waitMs))
    await Promise.race([...running, sleepUntil({ queue: pump.queue, at: new Date(Date.now() + boundedMs) })])
  }
}
