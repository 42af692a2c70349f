import { browserDatabase } from '../keep/browser-database'
import type { Shot } from './shot'

const table = 'shots'
const inTransaction = browserDatabase({ name: 'intray-photos', stores: { [table]: 'id' } })

type KeptShot = Shot & { personId: string; place: number }

/** Photographed pages in the browser's own database, for phones end a page while its camera is open. */
export const shotsStore = {
  list: async (personId: string): Promise<Shot[]> => {
    const kept = (await inTransaction<KeptShot[]>('readonly', (tx) => tx.objectStore(table).getAll())) ?? []
    const own = kept.filter((shot) => shot.personId === personId).sort((a, b) => a.place - b.place)
    return own.map(({ id, file, turn }) => ({ id, file, turn }))
  },

  /** In the place of all that was kept for the person. */
  replace: async ({ personId, shots }: { personId: string; shots: readonly Shot[] }): Promise<void> => {
    const before = await shotsStore.list(personId)
    const gone = before.filter(({ id }) => shots.every((shot) => shot.id !== id))
    await inTransaction('readwrite', (tx) => {
      const store = tx.objectStore(table)
      for (const { id } of gone) store.delete(id)
      for (const [place, shot] of shots.entries()) store.put({ ...shot, personId, place })
      return null
    })
  },
}

export type ShotsStore = typeof shotsStore
