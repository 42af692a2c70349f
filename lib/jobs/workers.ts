import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRunLoop, type RunLoop } from '@/base/run-loop'
import { getConnection } from '../db/client'
import { log } from '../log'
import { emitWake, onWake, type QueueName, queueNames, setStopping, workChannel } from './wake'

/** One look at a queue's rows: does what is due and returns when the next is, if that is known. */
export type Look = () => Promise<Date | null>

const retryMs = 5_000
let loops: RunLoop[] = []

/** Looks at each queue now, when it is woken from any process, when its next row is due, and once a minute. */
export async function startWorkers(looks: Partial<Record<QueueName, Look>>): Promise<void> {
  setStopping(false)
  await getConnection().listen({ channels: { [workChannel]: emitWake }, onGap: wakeAll })
  for (const queue of queueNames) {
    const run = looks[queue]
    if (!run) continue
    const loop = createRunLoop({
      run,
      onError: (error) => log.error({ err: error, queue }, 'a look at a queue failed'),
      retryMs,
    })
    onWake(queue, loop.wake)
    loops.push(loop)
    loop.wake()
  }
}

/** Has every worker of this process look: news may have been missed. */
export function wakeAll(): void {
  for (const queue of queueNames) emitWake(queue)
}

/** Takes up no more work and waits for what is under way, `timeoutMs` at most. */
export async function stopWorkers(timeoutMs = 5_000): Promise<void> {
  setStopping(true)
  wakeAll()
  const stopped = Promise.all(loops.map((loop) => loop.stop()))
  loops = []
  await Promise.race([stopped, sleep(timeoutMs, undefined, { ref: false })])
}
