import { setTimeout as sleep } from 'node:timers/promises'
import type { Retention } from '../settings/config'
import { log } from '../settings/log'
import type { Database } from '../store/open-database'
import { deleteEndedDeliveries, deleteEndedExecutions } from '../store/sweep'

const dayMs = 86_400_000
/** So many rows go at once, and then requests have their turn: the embedded database does one thing at a time. */
const rowsPerStep = 200
const pauseMs = 100

/** Deletes what is older than it is to be kept, now and once a day. */
export function startRetention(input: { database: Database; retention: Retention }): {
  stop: () => Promise<void>
} {
  let isStopped = false
  let sweeping = Promise.resolve()
  const sweep = () => {
    sweeping = sweeping
      .then(() => sweepAll({ ...input, isStopped: () => isStopped }))
      .catch((error) => log.error({ err: error }, 'old executions could not be deleted'))
  }
  sweep()
  const timer = setInterval(sweep, dayMs).unref()
  return {
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await sweeping
    },
  }
}

type SweepParts = { database: Database; retention: Retention; isStopped: () => boolean }

async function sweepAll({ database, retention, isStopped }: SweepParts): Promise<void> {
  const { executionDays, deliveryDays } = retention
  for (const { days, remove } of [
    { days: deliveryDays, remove: deleteEndedDeliveries },
    { days: executionDays, remove: deleteEndedExecutions },
  ]) {
    if (days === null) continue
    const before = new Date(Date.now() - days * dayMs)
    while (!isStopped() && (await remove({ database, before, limit: rowsPerStep })) === rowsPerStep) {
      await sleep(pauseMs)
    }
  }
}
