import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log'
import { isStopping } from './wake'

const shortestPauseMs = 200
const longestPauseMs = 2000

/** Repeats what must be written down until the database takes it; during a shutdown it is tried once more. */
export async function keepTrying(write: () => Promise<unknown>): Promise<void> {
  for (let pauseMs = shortestPauseMs; !isStopping(); pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    try {
      await write()
      return
    } catch (error) {
      log.warn({ err: error }, 'what must be written down could not be; it is tried again')
      await sleep(pauseMs)
    }
  }
  await write()
}
