import 'server-only'
import { log } from '@/lib/log'
import { countUncounted } from './store'

const batch = 200

/** What an earlier version read has no number of what is to review yet: counts it, the newest first, beside other work. */
export async function countEarlierResults(): Promise<void> {
  try {
    while (await countUncounted(batch)) await nextTurn()
  } catch (error) {
    log.error({ err: error }, 'what is to review in earlier results could not be counted')
  }
}

/** Lets waiting requests go first. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
