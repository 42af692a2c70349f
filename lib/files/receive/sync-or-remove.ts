import 'server-only'
import { open, rm } from 'node:fs/promises'
import { AppError, isDiskFull } from '@/lib/errors'

/**
 * Returns when what the file holds would survive a power cut, but for its name. A file whose bytes the disk did not
 * take is removed: the system tells of them once, to the first who asks (Linux, errseq_t), so no later look would find
 * them missing. Throws storage.full and the system's own errors.
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
