import type { Shot } from './shot'

const databaseName = 'intray-photos'
const table = 'shots'
const timeoutMs = 5_000

type KeptShot = Shot & { personId: string; place: number }

/**
 * Photographed pages in the browser's own database (IndexedDB), for phones end a page while its camera is open. No call
 * rejects: where there is no such database, nothing is kept.
 */
export const shotsStore = {
  list: async (personId: string): Promise<Shot[]> => {
    const kept = (await inTransaction<KeptShot[]>('readonly', (store) => store.getAll())) ?? []
    const own = kept.filter((shot) => shot.personId === personId).sort((a, b) => a.place - b.place)
    return own.map(({ id, file, turn }) => ({ id, file, turn }))
  },

  /** In the place of all that was kept for the person. */
  replace: async ({ personId, shots }: { personId: string; shots: readonly Shot[] }): Promise<void> => {
    const before = await shotsStore.list(personId)
    const gone = before.filter(({ id }) => shots.every((shot) => shot.id !== id))
    await inTransaction('readwrite', (store) => {
      for (const { id } of gone) store.delete(id)
      for (const [place, shot] of shots.entries()) store.put({ ...shot, personId, place })
      return null
    })
  },
}

export type ShotsStore = typeof shotsStore

type Work<Result> = (store: IDBObjectStore) => IDBRequest<Result> | null

async function inTransaction<Result>(mode: IDBTransactionMode, work: Work<Result>): Promise<Result | null> {
  const database = await open()
  if (!database) return null
  return new Promise((resolve) => {
    try {
      const tx = database.transaction(table, mode)
      const request = work(tx.objectStore(table))
      tx.oncomplete = () => resolve(request ? request.result : null)
      tx.onabort = () => resolve(null)
    } catch {
      resolve(null)
    }
  }).then((result) => {
    database.close()
    return result as Result | null
  })
}

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    // Some browsers neither open it nor say why not.
    setTimeout(() => resolve(null), timeoutMs)
    try {
      const request = indexedDB.open(databaseName, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' })
      request.onerror = () => resolve(null)
      request.onsuccess = () => resolve(request.result)
    } catch {
      resolve(null)
    }
  })
}
