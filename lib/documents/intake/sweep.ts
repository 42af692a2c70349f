import 'server-only'
import type { Upload } from '@tus/server'
import { pruneProcessed } from '@/lib/docutray/webhooks/deliveries-store'
import { getSettings } from '@/lib/env'
import { incomingFolder, removeOldFiles } from '@/lib/files/receive/incoming'
import { endPromise } from '@/lib/files/room/promised-room'
import { deleteLostPromises } from '@/lib/files/room/promises-store'
import { fileStore } from '@/lib/files/stores'
import { uploadLifeMs } from '@/lib/files/upload-store'
import { uploads } from '@/lib/files/uploads'
import { isClockTrue } from '@/lib/jobs/clock-watch'
import { log } from '@/lib/log'
import { once } from '@/lib/once'
import type { SignedInUser } from '@/lib/people/roles'
import { findActivePerson } from '@/lib/people/store'
import { findCallerOfToken } from '@/lib/people/tokens/store'
import { ingestUpload, isGone } from './ingest-upload'
import { findStoredKeys, takeForgottenFiles } from './intake-store'

/** Long enough that the request which brought the last byte has had its chance. */
const settleMs = 60_000
/** Room is promised a moment before the upload is there, and a form renews its own each minute. */
const promiseSettleMs = 10 * 60_000
const orphanMs = 60 * 60_000
const orphanLookMs = 60 * 60_000
const lastLook = () => once('orphans', () => ({ at: 0 }))

/**
 * Ends what nobody came back for: takes in complete uploads whose request died, and removes expired partial ones,
 * forgotten temporary files, and stored files that no document names.
 */
export async function sweepUploads(): Promise<void> {
  await pruneProcessed()
  const { store } = await uploads()
  const ids = await store.listIds()
  for (const id of ids) {
    await sweepUpload(id).catch((error) =>
      log.error({ err: error, upload: id }, 'an upload could not be swept'),
    )
  }
  await deleteLostPromises({ known: ids, settledMs: promiseSettleMs, lifeMs: 2 * uploadLifeMs })
  await store.removeLeftovers({ olderThanMs: 2 * uploadLifeMs })
  await removeOldFiles({ folder: incomingFolder(), olderThanMs: forsakenAfterMs() })
  for (const key of await takeForgottenFiles()) await fileStore().remove(key)
  await removeOrphans()
}

/**
 * What was on its way in before this process began belongs to a request that is no more; on Postgres, other processes
 * may share the folder.
 */
function forsakenAfterMs(): number {
  return getSettings().DATABASE_URL ? uploadLifeMs : Math.min(process.uptime() * 1000, uploadLifeMs)
}

async function sweepUpload(uploadId: string): Promise<void> {
  const { store } = await uploads()
  const upload = await store.getUpload(uploadId).catch(nullWhenGone)
  if (!upload) return
  const ageMs = Date.now() - new Date(upload.creation_date ?? 0).getTime()
  const isComplete = upload.offset === upload.size && !upload.metadata?.refused
  const user = isComplete ? await findSender(upload.metadata) : null
  if (user && ageMs > settleMs) {
    await ingestUpload({ user, uploadId })
    log.info({ upload: uploadId }, 'an upload was finished after its request was lost')
  } else if (ageMs > uploadLifeMs) {
    await store.remove(uploadId)
    await endPromise(uploadId)
  }
}

/** Whoever began it, held to the access token it was begun with; null where they may send nothing any more. */
async function findSender({ owner, token }: Upload['metadata'] = {}): Promise<SignedInUser | null> {
  return token ? findCallerOfToken(token) : findActivePerson(owner ?? '')
}

/** It may have been taken in, or given up, since the list was read. */
function nullWhenGone(error: { status_code?: number }): null {
  if (isGone(error)) return null
  throw error
}

/** A crash between storing a file and writing its document down leaves the file; this looks once an hour. */
async function removeOrphans(): Promise<void> {
  if (Date.now() - lastLook().at < orphanLookMs) return
  // By a clock that was set, a file stored just now may look old.
  if (!isClockTrue({ forMs: orphanMs })) return
  lastLook().at = Date.now()
  const keys: string[] = []
  for (const prefix of ['originals', 'converted']) {
    keys.push(...(await fileStore().listKeys({ prefix, olderThanMs: orphanMs })))
  }
  while (keys.length > 0) {
    const some = keys.splice(0, 1_000)
    const known = new Set(await findStoredKeys(some))
    for (const key of some.filter((key) => !known.has(key))) await fileStore().remove(key)
  }
}
