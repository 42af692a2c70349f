import 'server-only'
import PgBoss from 'pg-boss'
import { getConnection } from '../db/client'
import { type Transaction, transactionExecutor } from '../db/connection'
import { getSettings } from '../env'
import { log } from '../log'
import { once } from '../once'
import { wake } from './wake'

/**
 * The queues. A job only says "look now": what there is to do stands in the document rows, which each run claims
 * row by row. So a job may come twice, late, or from another process without harm.
 */
export const queueNames = ['submit', 'track', 'sweep', 'mail'] as const
export type QueueName = (typeof queueNames)[number]

type Jobs = { boss: PgBoss; workers: Map<string, string> }
const held = () => once('jobs', () => ({ jobs: null as Jobs | null }))

/** A job at a later time is fetched on the spot when it is so near; the regular look finds the others. */
const nearMs = 60_000

/** Starts pg-boss on this process's database and creates the queues. */
export async function startJobs(): Promise<void> {
  const { jobExecutor, alone } = getConnection()
  const url = getSettings().DATABASE_URL
  const boss = new PgBoss({
    ...(jobExecutor ? { db: jobExecutor } : url ? { connectionString: url, max: 4 } : {}),
    schema: 'jobs',
    archiveCompletedAfterSeconds: 60,
    deleteAfterHours: 1,
  })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue reported an error'))
  await alone(async () => {
    await boss.start()
    // "short" keeps one job waiting per queue and key however often it is asked for.
    for (const name of queueNames) await boss.createQueue(name, { name, policy: 'short', retryLimit: 0 })
  })
  held().jobs = { boss, workers: new Map() }
}

/** Takes no more jobs and waits for those under way, `timeoutMs` at most; these may still ask for others. */
export async function stopJobs(timeoutMs = 5000): Promise<void> {
  await held().jobs?.boss.stop({ graceful: true, wait: true, timeout: timeoutMs })
  held().jobs = null
}

type QueueWorker = { queue: QueueName; handler: () => Promise<void>; lookSeconds?: number }

/**
 * Runs `handler` for each job of the queue, one at a time in this process. Who asks for a job here also wakes the
 * worker, so the regular look, every `lookSeconds`, is for jobs of other processes alone.
 */
export async function workOn({ queue, handler, lookSeconds = 2 }: QueueWorker): Promise<void> {
  const { boss, workers } = running()
  const worker = await boss.work(queue, { pollingIntervalSeconds: lookSeconds, batchSize: 1 }, async () => {
    await handler().catch((error) => log.error({ err: error, queue }, 'a job failed'))
  })
  workers.set(queue, worker)
}

/**
 * Asks for a look at the queue, now or at a time, in the transaction that makes it necessary where one is given.
 * Requests for the same second are one job.
 */
export async function requestJob(
  queue: QueueName,
  options: { in?: Transaction; at?: Date } = {},
): Promise<void> {
  const { at } = options
  await running().boss.send(
    queue,
    {},
    {
      singletonKey: at ? String(Math.ceil(at.getTime() / 1000)) : 'now',
      ...(at ? { startAfter: at } : {}),
      ...(options.in ? { db: transactionExecutor(options.in) } : {}),
    },
  )
  const inMs = at ? at.getTime() - Date.now() : 0
  if (at && inMs < nearMs) setTimeout(() => wakeWorker(queue), Math.max(1, inMs + 1)).unref()
}

/** After the commit: wakes this process's worker, which would otherwise look only now and then. */
export function wakeWorker(queue: QueueName): void {
  wake(queue)
  const { jobs } = held()
  const worker = jobs?.workers.get(queue)
  if (worker) jobs?.boss.notifyWorker(worker)
}

/** Asks for a job at each minute named by the cron expression. */
export async function scheduleJob(queue: QueueName, cron: string): Promise<void> {
  await running().boss.schedule(queue, cron)
}

function running(): Jobs {
  const { jobs } = held()
  if (!jobs) throw new Error('the job queue is not running yet')
  return jobs
}
