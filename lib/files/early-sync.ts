import 'server-only'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { AppError, isDiskFull } from '../errors'

/*
 * The system tells of bytes that it could not bring to the disk once, to the first who asks, and takes them for written
 * from then on (Linux, errseq_t). So whoever asks early must heed the answer.
 */

const stepBytes = 8 * 1024 * 1024

// One at a time in this process: each holds one of Node's four threads for files, which also write what arrives.
const shared = globalThis as typeof globalThis & { intrayEarlySync?: boolean }

/**
 * Sends a file to the disk while more of it arrives, so that little is left to wait for at its end. `add` tells of more
 * bytes; `end` waits for what is under way, throws what the disk said of any of it, and comes before the handle's end.
 */
export function syncAlong(handle: FileHandle): { add: (bytes: number) => void; end: () => Promise<void> } {
  let waitingBytes = 0
  let underWay: Promise<void> | undefined
  let failure: { error: unknown } | undefined
  const sync = async () => {
    waitingBytes = 0
    shared.intrayEarlySync = true
    await handle.datasync().catch((error) => {
      failure ??= { error }
    })
    shared.intrayEarlySync = false
  }
  return {
    add: (bytes) => {
      waitingBytes += bytes
      if (waitingBytes >= stepBytes && !shared.intrayEarlySync) underWay = sync()
    },
    end: async () => {
      await underWay
      if (failure) throw failure.error
    },
  }
}

/** As `syncOrRemove`, for a file of which more is to come; does nothing where another such one is under way. */
export async function syncEarly(path: string): Promise<void> {
  if (shared.intrayEarlySync) return
  shared.intrayEarlySync = true
  await syncOrRemove(path).finally(() => {
    shared.intrayEarlySync = false
  })
}

/**
 * Returns when what the file holds would survive a power cut, but for its name. A file whose bytes the disk did not
 * take is removed, since no later look would find them missing. Throws storage.full and the system's own errors.
 */
export async function syncOrRemove(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.datasync()
  } catch (error) {
    await rm(path, { force: true })
    throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : error
  } finally {
    await file.close()
  }
}
