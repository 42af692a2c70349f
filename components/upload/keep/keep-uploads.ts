import type { UploadList } from '../queue/upload-list'
import { isBusy, isGone, type UploadItem } from '../transfer/upload-item'
import type { UploadKeep } from './upload-keep'

/** Keeps what waits to be sent for as long as it waits, as the list goes on; returns the way to stop. */
export function keepUploads({ list, keep }: { list: UploadList; keep: UploadKeep }): () => void {
  /** Ids of the list's items and how the browser knows them. */
  const known = new Map<string, { keptId: string; state: string }>()
  const sync = () => {
    const items = list.all()
    for (const item of items) syncItem(item)
    const ids = new Set(items.map(({ id }) => id))
    for (const [id, { keptId }] of known) {
      if (ids.has(id)) continue
      known.delete(id)
      keep.remove(keptId)
    }
  }
  const syncItem = (item: UploadItem) => {
    const keptId = known.get(item.id)?.keptId ?? item.keptId
    if (!isWaiting(item)) {
      if (keptId) keep.remove(keptId)
      return
    }
    const state = stateOf(item)
    if (keptId && keep.has(keptId)) {
      if (known.get(item.id)?.state !== state && item.file) keep.change(keptId, toChanges(item))
      known.set(item.id, { keptId, state })
    } else if (item.file) {
      const added = keep.add({ known: item, file: item.file })
      known.set(item.id, { keptId: added, state })
      list.put({ ...item, keptId: added })
    }
  }
  sync()
  return list.subscribe(sync)
}

/** Still to be sent: by itself, by another try, or when it is chosen again. */
function isWaiting(item: UploadItem): boolean {
  const { kind } = item.phase
  return isBusy(item) || kind === 'unfinished' || (kind === 'failed' && !isGone(item))
}

function toChanges({ contentType, pages, phase: { kind } }: UploadItem) {
  return { contentType, pages, isReleased: kind !== 'checking' && kind !== 'held' }
}

function stateOf(item: UploadItem): string {
  return JSON.stringify(toChanges(item))
}
