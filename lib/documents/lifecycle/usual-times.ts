import 'server-only'
import { forget, once } from '@/lib/once'
import { learnUsualTimes, type UsualTimes } from '../model/times/usual-time'
import { longestQueuePollMs } from './poll-interval'
import { listRecentReadings } from './usual-times-store'

/** Recent enough to follow a service that becomes faster or slower, and enough for several steps and sizes. */
const readings = 2000
const freshMs = 60_000

const key = 'usual times'

/**
 * How long documents usually take, learnt from those finished last; at most a minute old. Each process learns for
 * itself from the same rows, so several agree within that minute.
 */
export function readUsualTimes(): Promise<UsualTimes> {
  const known = once(key, learn)
  if (Date.now() - known.learntAt < freshMs) return known.times
  forgetUsualTimes()
  return once(key, learn).times
}

function learn(): { learntAt: number; times: Promise<UsualTimes> } {
  const times = listRecentReadings({ limit: readings, unseenMs: longestQueuePollMs }).then(learnUsualTimes)
  times.catch(forgetUsualTimes)
  return { learntAt: Date.now(), times }
}

export function forgetUsualTimes(): void {
  forget(key)
}
