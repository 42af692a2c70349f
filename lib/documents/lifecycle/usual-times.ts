import 'server-only'
import { learnUsualTimes, type UsualTimes } from '../model/usual-time'
import { longestQueuePollMs } from './poll-interval'
import { listRecentReadings } from './usual-times-store'

/** Recent enough to follow a service that becomes faster or slower, and enough for several steps and sizes. */
const readings = 2000
const freshMs = 60_000

// Each process learns for itself from the same rows, so several agree within a minute.
const shared = globalThis as typeof globalThis & {
  intrayUsualTimes?: { learntAt: number; times: Promise<UsualTimes> }
}

/** How long documents usually take, learnt from those finished last; at most a minute old. */
export function readUsualTimes(): Promise<UsualTimes> {
  const known = shared.intrayUsualTimes
  if (known && Date.now() - known.learntAt < freshMs) return known.times
  const times = listRecentReadings({ limit: readings, unseenMs: longestQueuePollMs }).then(learnUsualTimes)
  shared.intrayUsualTimes = { learntAt: Date.now(), times }
  times.catch(forgetUsualTimes)
  return times
}

/** The next reader learns anew. */
export function forgetUsualTimes(): void {
  delete shared.intrayUsualTimes
}
