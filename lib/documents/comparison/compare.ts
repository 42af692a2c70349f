import 'server-only'
import { isStopping } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import { noteEarlierKeys } from '../invoice-keys/store'
import { findKeys, listConcerned, listDue, markCompared } from './comparison-store'
import { refreshComparison } from './refresh-store'

const batch = 50

/**
 * Compares invoices whose keys changed with others, and anew those that a change concerns. A paper counts as compared
 * only once all of that is done: whatever stops it, it is done again, which changes nothing.
 */
export async function compareDue(): Promise<null> {
  for (let ids = await listDue(batch); ids.length > 0; ids = await listDue(batch)) {
    for (const id of ids) {
      if (isStopping()) return null
      await compareOne(id)
      await nextTurn()
    }
  }
  return null
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
