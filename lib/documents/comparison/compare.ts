import 'server-only'
import { isStopping } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import { noteEarlierKeys } from '../invoice-keys/store'
import { findKeys, listConcerned, listDue, markCompared } from './comparison-store'
import { refreshComparison } from './refresh-store'

const batch = 50

const retryMs = 5 * 60_000

/**
 * Compares invoices whose keys changed with others, and anew those that a change concerns. A paper counts as compared
 * only once all of that is done: whatever stops it, it is done again, which changes nothing. One that cannot be
 * compared holds up no others; answers with when it is tried again.
 */
export async function compareDue(): Promise<Date | null> {
  const failed: string[] = []
  const next = () => listDue({ limit: batch, without: failed })
  for (let ids = await next(); ids.length > 0; ids = await next()) {
    for (const id of ids) {
      if (isStopping()) return null
      await compareOne(id).catch((error) => {
        failed.push(id)
        log.error({ err: error, document: id }, 'an invoice could not be compared')
      })
      await nextTurn()
    }
  }
  return failed.length > 0 ? new Date(Date.now() + retryMs) : null
}

async function compareOne(id: string): Promise<void> {
  const keys = await findKeys(id)
  if (!keys) return
  await refreshComparison(id)
  for (const other of await listConcerned(keys)) await refreshComparison(other)
  await markCompared(keys)
}

/** What an earlier version read has no keys yet: notes them beside other work, and has them compared. */
export async function compareEarlierResults(): Promise<void> {
  try {
    while (await noteEarlierKeys(batch)) await nextTurn()
  } catch (error) {
    log.error({ err: error }, 'earlier invoices could not be compared')
  }
}

/** Lets waiting requests go first. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
