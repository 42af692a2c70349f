import type { KeptFile } from './kept-file'

const databaseName = 'intray-uploads'
const entries = 'entries'
const files = 'files'
const timeoutMs = 5_000

/**
 * The browser's own database of files that wait (IndexedDB). No call rejects: where it is full, blocked or not there,
 * as in some private windows, what is asked for is null and nothing is kept.
 */
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

type Work<Result> = (tx: IDBTransaction) => IDBRequest<Result> | null

async function inTransaction<Result>(mode: IDBTransactionMode, work: Work<Result>): Promise<Result | null> {
  const database = await openOnce()
  if (!database) return null
  return new Promise((resolve) => {
    try {
      const tx = database.transaction([entries, files], mode)
      const request = work(tx)
      tx.oncomplete = () => resolve(request ? request.result : null)
      tx.onabort = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}

let opening: Promise<IDBDatabase | null> | undefined

function openOnce(): Promise<IDBDatabase | null> {
  opening ??= open()
  return opening
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    // Some browsers neither open it nor say why not.
    setTimeout(() => resolve(null), timeoutMs)
    try {
      const request = indexedDB.open(databaseName, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(entries, { keyPath: 'id' })
        request.result.createObjectStore(files)
      }
      request.onerror = () => resolve(null)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close it behind a page that was away for long.
        database.onclose = () => {
          opening = undefined
        }
        // Another tab with a newer desk wants to change it.
        database.onversionchange = () => {
          opening = undefined
          database.close()
        }
        resolve(database)
      }
    } catch {
      resolve(null)
    }
  })
}

/** Bytes that the browser would still give; null where it does not say. */
export async function readFreeBytes(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate().catch(() => null)) ?? {}
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage)
}
