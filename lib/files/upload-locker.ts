import 'server-only'
import { ERRORS, type Lock, type Locker } from '@tus/server'
import { type Lease, waitForLease } from '../db/lease'

const patienceMs = 30_000

/**
 * One request at a time writes to an upload, whichever process it came to. A request that waits makes the one under
 * way give up: that one's line is most likely dead.
 */
export function createUploadLocker(): Locker {
  return { newLock: createLock }
}

function createLock(uploadId: string): Lock {
  let lease: Lease | null = null
  return {
    lock: async (signal, cancelReq) => {
      const name = `upload:${uploadId}`
      lease = await waitForLease({ name, patienceMs, signal, onWanted: () => void cancelReq() })
      if (!lease) throw ERRORS.ERR_LOCK_TIMEOUT
    },
    unlock: async () => {
      await lease?.end()
    },
  }
}
