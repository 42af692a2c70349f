import { z } from 'zod'
import type { UnfinishedUpload } from './unfinished-uploads'
import { isBusy, sentBytesOf, type UploadItem } from './upload-item'

const storageItem = 'intray.pending-uploads'

const pendingSchema = z.array(
  z.object({
    name: z.string(),
    bytes: z.number(),
    contentType: z.string(),
    options: z.object({ stepId: z.string(), metadata: z.record(z.string(), z.string()) }),
    allowDuplicate: z.boolean(),
    receipt: z.object({ batchId: z.string(), place: z.number() }).nullable(),
  }),
)

/**
 * Notes which files had not begun to go up when the page goes away: no browser gives them back, so at least their
 * names must not get lost. Kept for this tab, through a reload or a reopening.
 */
export function savePending(items: readonly UploadItem[]): void {
  const pending = items.filter((item) => isPending(item) && sentBytesOf(item) === 0)
  try {
    if (pending.length === 0) sessionStorage.removeItem(storageItem)
    else sessionStorage.setItem(storageItem, JSON.stringify(pendingSchema.parse(pending)))
  } catch {
    // The browser has no room for it, or forbids it.
  }
}

/** The files noted before, but for those of which a part did arrive. */
export function loadPending(begun: readonly Pick<UnfinishedUpload, 'name' | 'bytes'>[]): UnfinishedUpload[] {
  return readPending()
    .filter(({ name, bytes }) => !begun.some((one) => one.name === name && one.bytes === bytes))
    .map((one) => ({ ...one, sha256: null, phase: { kind: 'unfinished', sentBytes: 0, upload: null } }))
}

function readPending() {
  try {
    return pendingSchema.parse(JSON.parse(sessionStorage.getItem(storageItem) ?? '[]'))
  } catch {
    return []
  }
}

function isPending(item: UploadItem): boolean {
  return isBusy(item) || item.phase.kind === 'unfinished'
}
