import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { isStopping } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import { listUnsearchable, saveSearchEntries } from './store'

const batch = 200

/**
 * Makes what was received before there was a search findable, a few documents at a time beside the desk's other work.
 * Broken off, it goes on where it was with the next start.
 */
export async function makeSearchable(): Promise<void> {
  let after = ''
  let count = 0
  while (!isStopping()) {
    const found = await listUnsearchable({ after, limit: batch })
    const last = found.at(-1)
    if (!last) break
    await saveSearchEntries(found)
    after = last.id
    count += found.length
    await setImmediate()
  }
  if (count > 0) log.info({ documents: count }, 'earlier documents can be searched')
}
