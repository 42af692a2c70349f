import { createRunLoop } from '@/base/run-loop'
import { log } from '@/engine/settings/log'
import type { Execution } from '@/engine/store/tables'
import { createFairScheduler, type FairScheduler } from './fair-scheduler'

export type Dispatcher = {
  announce: (organization: string) => void
  /** Takes nothing more, and waits for what is under way. */
  stop: () => Promise<void>
}

type DispatcherParts = {
  /** How many executions are worked on at once; 0 leaves everything in the queue. */
  workers: number
  claim: (input: { organization: string; maxBytes: number }) => Promise<Execution | null>
  work: (execution: Execution) => Promise<void>
}

export function createDispatcher({ workers, claim, work }: DispatcherParts): Dispatcher {
  const scheduler = createFairScheduler(workers)
  const underWay = new Set<Promise<void>>()
  let isStopped = false
  const filling = createRunLoop({
    run: claimWhileThereIsRoom,
    onError: (error) => log.error({ err: error }, 'the queue cannot be read'),
    retryMs: 1_000,
  })

  async function claimWhileThereIsRoom(): Promise<null> {
    while (underWay.size < workers && !isStopped) {
      const execution = await claimFairly({ scheduler, claim })
      if (!execution) return null
      begin(execution)
    }
    return null
  }

  function begin(execution: Execution): void {
    scheduler.started(execution)
    const done = work(execution)
      .catch((error) => log.error({ err: error, execution: execution.id }, 'an execution could not be ended'))
      .finally(() => {
        scheduler.ended(execution)
        underWay.delete(done)
        // It may be back in the queue, or have made room for a large file of any organization.
        scheduler.markWaiting(execution.organization)
        filling.wake()
      })
    underWay.add(done)
  }

  return {
    announce: (organization) => {
      scheduler.markWaiting(organization)
      filling.wake()
    },
    stop: async () => {
      isStopped = true
      await filling.stop()
      await Promise.all(underWay)
    },
  }
}

async function claimFairly(input: {
  scheduler: FairScheduler
  claim: DispatcherParts['claim']
}): Promise<Execution | null> {
  const { organizations, maxBytes } = input.scheduler.next()
  for (const organization of organizations) {
    // Forgotten before it is asked: what arrives meanwhile announces it again.
    input.scheduler.markEmpty(organization)
    let isEmpty = false
    try {
      const execution = await input.claim({ organization, maxBytes })
      if (execution) return execution
      isEmpty = maxBytes === Number.MAX_SAFE_INTEGER
    } finally {
      if (!isEmpty) input.scheduler.markWaiting(organization)
    }
  }
  return null
}
