import type { UploadQueue } from '../queue/upload-queue'
import { loadPending } from '../transfer/pending-uploads'
import type { UnfinishedUpload } from '../transfer/unfinished-uploads'
import type { FoundFile, UploadKeep } from './upload-keep'

type Restoration = {
  queue: UploadQueue
  keep: UploadKeep
  findUnfinished: () => Promise<UnfinishedUpload[]>
}

/** What earlier visits left: with its bytes it goes on by itself, without them it is listed to be chosen again. */
export async function restoreUploads({ queue, keep, findUnfinished }: Restoration): Promise<void> {
  const found = await keep.take()
  const whole = found.filter(({ file }) => file)
  queue.resume(
    whole.map(({ entry, file }) => ({
      ...toKnown(entry),
      file,
      isReleased: entry.isReleased,
      keptId: entry.id,
    })),
  )
  const begun = (await findUnfinished().catch(() => [])).filter((one) => !whole.some(isSameAs(one)))
  const names = found.filter(({ file }) => !file)
  const named = begun.map((one) => {
    const keptId = names.find(isSameAs(one))?.entry.id
    return keptId ? { ...one, keptId } : one
  })
  const unbegun = names
    .filter(({ entry }) => !named.some(({ keptId }) => keptId === entry.id))
    .map(toUnfinished)
  queue.addUnfinished([...named, ...unbegun, ...loadPending([...begun, ...found.map(({ entry }) => entry)])])
}

const isSameAs =
  ({ name, bytes }: UnfinishedUpload) =>
  ({ entry }: FoundFile) =>
    entry.name === name && entry.bytes === bytes

function toKnown({ receipt, name, bytes, contentType, pages, options, allowDuplicate }: FoundFile['entry']) {
  return { receipt, name, bytes, contentType, pages, options, allowDuplicate }
}

function toUnfinished({ entry }: FoundFile): UnfinishedUpload {
  const { pages: _, ...known } = toKnown(entry)
  const phase = { kind: 'unfinished', sentBytes: 0, upload: null } as const
  return { ...known, sha256: entry.sha256, keptId: entry.id, phase }
}
