import 'server-only'
import { isStopping } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import { listWithoutKeys, noteEarlierKeys } from '../invoice-keys/store'
import {
  compareLater,
  findNextTry,
  type Keys,
  listConcerned,
  listDue,
  markCompared,
} from './comparison-store'
import { refreshComparison } from './refresh-store'

const batch = 50

/**
 * Compares invoices whose keys changed with others, and anew those that a change concerns. A paper counts as compared
 * only once all of that is done: whatever stops it, it is done again, which changes nothing. One that cannot be
 * compared holds up no others; answers with when it is tried again.
 */
export async function compareDue(): Promise<Date | null> {
  for (let due = await listDue(batch); due.length > 0; due = await listDue(batch)) {
    for (const keys of due) {
      if (isStopping()) return null
      await compareOne(keys)
      await nextTurn()
    }
  }
  return findNextTry()
}

async function compareOne(keys: Keys): Promise<void> {
  try {
    await refreshComparison(keys.documentId)
    for (const other of await listConcerned(keys)) await refreshComparison(other)
    await markCompared(keys)
  } catch (error) {
    const isTriedAgain = await compareLater(keys)
    log.error({ err: error, document: keys.documentId, isTriedAgain }, 'an invoice could not be compared')
  }
}

/** What an earlier version read has no keys yet: notes them beside other work, and has them compared. */
export async function compareEarlierResults(): Promise<void> {
  try {
    for (let ids = await listWithoutKeys({ after: '', limit: batch }); ids.length > 0; ) {
      for (const id of ids) {
        await noteEarlierKeys(id).catch((error) =>
          log.error({ err: error, document: id }, 'an earlier invoice could not be compared'),
        )
        await nextTurn()
      }
      ids = await listWithoutKeys({ after: ids.at(-1) ?? '', limit: batch })
    }
  } catch (error) {
    log.error({ err: error }, 'earlier invoices could not be compared')
  }
}

/** Lets waiting requests go first. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))
