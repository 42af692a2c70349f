const timeoutMs = 5_000

type Work<Result> = (tx: IDBTransaction) => IDBRequest<Result> | null
type Transact = <Result>(mode: IDBTransactionMode, work: Work<Result>) => Promise<Result | null>

type Shape = {
  name: string
  /** Its stores, by how their entries are known; null where each is given its key. */
  stores: Record<string, string | null>
}

/**
 * One of the browser's own databases (IndexedDB). No call rejects: where it is full, blocked or not there, as in some
 * private windows, what is asked for is null and nothing is kept.
 */
export function browserDatabase(shape: Shape): Transact {
  let opening: Promise<IDBDatabase | null> | undefined
  const forget = () => {
    opening = undefined
  }
  return async (mode, work) => {
    opening ??= open({ ...shape, onClosed: forget })
    const database = await opening
    if (!database) return null
    return new Promise((resolve) => {
      try {
        const tx = database.transaction(Object.keys(shape.stores), mode)
        const request = work(tx)
        tx.oncomplete = () => resolve(request ? request.result : null)
        tx.onabort = () => resolve(null)
      } catch {
        resolve(null)
      }
    })
  }
}

function open({ name, stores, onClosed }: Shape & { onClosed: () => void }): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    // Some browsers neither open it nor say why not.
    setTimeout(() => resolve(null), timeoutMs)
    try {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => {
        for (const [store, keyPath] of Object.entries(stores))
          request.result.createObjectStore(store, { keyPath })
      }
      request.onerror = () => resolve(null)
      request.onsuccess = () => {
        const database = request.result
        // Browsers close it behind a page that was away for long.
        database.onclose = onClosed
        // Another tab with a newer desk wants to change it.
        database.onversionchange = () => {
          onClosed()
          database.close()
        }
        resolve(database)
      }
    } catch {
      resolve(null)
    }
  })
}
