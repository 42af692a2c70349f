import 'server-only'
import { log } from '../log'
import { fileStore } from './stores'

const freshMs = 10_000
const patienceMs = 2_000

// One answer for all who ask: monitors must not multiply the calls.
const shared = globalThis as typeof globalThis & {
  intrayFilesReachability?: { askedAt: number; answer: Promise<boolean> }
}

/** Whether files could be read and stored lately; false where the store keeps us waiting. */
export function isFileStoreReachable(): Promise<boolean> {
  const last = shared.intrayFilesReachability
  const isFresh = last !== undefined && performance.now() - last.askedAt < freshMs
  const current = isFresh ? last : { askedAt: performance.now(), answer: ask() }
  shared.intrayFilesReachability = current
  return Promise.race([current.answer, giveUp()])
}

async function ask(): Promise<boolean> {
  try {
    await fileStore().check()
    return true
  } catch (error) {
    log.warn({ err: error }, 'the file store does not answer as it should')
    return false
  }
}

function giveUp(): Promise<boolean> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patienceMs).unref())
}
