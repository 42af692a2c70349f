import { browserDatabase } from './browser-database'
import type { KeptFile } from './kept-file'

const entries = 'entries'
const files = 'files'
const inTransaction = browserDatabase({ name: 'intray-uploads', stores: { [entries]: 'id', [files]: null } })

/** The files that wait, in the browser's own database; null where that is not to be had. */
export const keptStore = {
  list: () => inTransaction<KeptFile[]>('readonly', (tx) => tx.objectStore(entries).getAll()),

  readFile: (id: string) =>
    inTransaction<File | undefined>('readonly', (tx) => tx.objectStore(files).get(id)),

  /** With its bytes where `file` is given; true once all of it is written. */
  put: async ({ entry, file }: { entry: KeptFile; file: File | null }): Promise<boolean> => {
    const written = await inTransaction<IDBValidKey>('readwrite', (tx) => {
      if (file) tx.objectStore(files).put(file, entry.id)
      return tx.objectStore(entries).put(entry)
    })
    return written !== null
  },

  remove: (ids: string[]) =>
    inTransaction<undefined>('readwrite', (tx) => {
      for (const id of ids) {
        tx.objectStore(files).delete(id)
        tx.objectStore(entries).delete(id)
      }
      return null
    }),
}

export type KeptStore = typeof keptStore

/** Bytes that the browser would still give; null where it does not say. */
export async function readFreeBytes(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate().catch(() => null)) ?? {}
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage)
}
