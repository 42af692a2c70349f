import 'server-only'
import path from 'node:path'
import { ERRORS, type Lock, type Locker } from '@tus/server'
import { type Lease, waitForLease } from '../db/lease'
import { getSettings } from '../env'
import { onceResolved } from '../once'
import { parseS3Location } from '../s3-location'
import { DiskUploads } from './disk/disk-uploads'
import { filesFolder, uploadsPlace } from './room/free-room'
import { storeFeatures } from './store-features'
import type { UploadStore } from './upload-store'

const lockTimeoutMs = 30_000

type Uploads = { store: UploadStore; locker: Locker }

export function uploads(): Promise<Uploads> {
  return onceResolved('uploads', async () => ({
    store: await createUploadStore(),
    locker: createUploadLocker(),
  }))
}

export function uploadFolder(): string {
  return path.join(filesFolder(), 'uploads')
}

async function createUploadStore(): Promise<UploadStore> {
  const { FILES_URL } = getSettings()
  if (!FILES_URL || !(await storeFeatures()).listParts) return new DiskUploads(uploadFolder())
  // Loaded only where it is used, as the file store's.
  const { S3Uploads } = await import('./s3/s3-uploads')
  uploadsPlace().isBucket = true
  return new S3Uploads(parseS3Location(FILES_URL))
}

/**
 * One request at a time writes to an upload, whichever process it came to. A request that waits makes the one under
 * way give up: that one's line is most likely dead.
 */
function createUploadLocker(): Locker {
  return { newLock: createLock }
}

function createLock(uploadId: string): Lock {
  let lease: Lease | null = null
  return {
    lock: async (signal, cancelReq) => {
      const name = `upload:${uploadId}`
      lease = await waitForLease({
        name,
        timeoutMs: lockTimeoutMs,
        signal,
        onWanted: () => void cancelReq(),
      })
      if (!lease) throw ERRORS.ERR_LOCK_TIMEOUT
    },
    unlock: async () => {
      await lease?.end()
    },
  }
}
