import 'server-only'
import { randomUUID } from 'node:crypto'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { requireRoom, uploadsPlace } from './free-room'
import {
  type ComingBytes,
  deletePromise,
  formPrefix,
  insertPromise,
  type Promised,
  type RoomPromise,
  readComingBefore,
  renewPromise,
  saveArrived,
} from './promises-store'

/** Above what one person drops at once (500 files, three of them under way), below what fills a disk. */
const mostOpen = 500
const mostOpenBytes = 5_000_000_000
const mostOpenWords = '5 GB'

/**
 * Promises an upload the room it will need: of what is free, less what is promised to others and a reserve.
 * Throws storage.full, and upload.too_many_open where the person has as much open as one person may.
 */
export async function promiseRoom(promise: RoomPromise): Promise<void> {
  await insertPromise({
    promise,
    judge: async ({ ofPerson, coming }) => {
      refuseTooMany({ ofPerson, bytes: promise.bytes })
      await requireRoom(promise.bytes + onThisDisk(coming))
    },
  })
}

type Making<Result> = { promise: () => Promise<Result>; makeRoom: () => Promise<boolean> }

/** Where the person has too much open, makes room among it and promises again; `makeRoom` says whether there was any. */
export async function promiseOrMakeRoom<Result>({ promise, makeRoom }: Making<Result>): Promise<Result> {
  try {
    return await promise()
  } catch (error) {
    const isTooMany = error instanceof AppError && error.code === 'upload.too_many_open'
    if (!isTooMany || !(await makeRoom())) throw error
    return promise()
  }
}

function refuseTooMany({ ofPerson, bytes }: { ofPerson: Promised['ofPerson']; bytes: number }): void {
  if (ofPerson.count < mostOpen && ofPerson.bytes + bytes <= mostOpenBytes) return
  throw new AppError('upload.too_many_open', { values: { count: mostOpen, size: mostOpenWords } })
}

type Piece = RoomPromise & { arrivedBytes: number; pieceBytes: number }

/**
 * Asks again before each piece, for others write to the disk too. Who was promised first goes first, so that of several
 * that no longer fit together one gets through. Throws storage.full.
 */
export async function requireRoomForPiece({ pieceBytes, ...arrived }: Piece): Promise<void> {
  await saveArrived(arrived)
  await requireRoom(pieceBytes + onThisDisk(await readComingBefore(arrived.id)))
}

/** It is complete and was refused: it counts among what its person has for as long as it is kept. */
export async function keepPromise(promise: RoomPromise): Promise<void> {
  await saveArrived({ ...promise, arrivedBytes: promise.bytes })
}

/** Nothing is promised to it any more: it was taken in or given up. */
export async function endPromise(id: string): Promise<void> {
  await deletePromise(id)
}

export type FormRoom = {
  /** Its body goes on: what is silent for minutes is given up by the sweep. */
  flows: () => void
  arrived: (bytes: number) => Promise<void>
  end: () => Promise<void>
}

const renewalMs = 60_000

/** As promiseRoom, for a form and as long as its request lasts. */
export async function promiseRoomForForm(form: Omit<RoomPromise, 'id'>): Promise<FormRoom> {
  const promise = { ...form, id: `${formPrefix}${randomUUID()}` }
  await promiseRoom(promise)
  let arrivedBytes = 0
  let renewedAt = performance.now()
  return {
    flows: () => {
      if (performance.now() - renewedAt < renewalMs) return
      renewedAt = performance.now()
      renewPromise(promise.id).catch((error) => log.warn({ err: error }, 'a promise of room is not renewed'))
    },
    arrived: async (bytes) => {
      arrivedBytes = Math.min(form.bytes, arrivedBytes + bytes)
      await saveArrived({ ...promise, arrivedBytes })
    },
    end: () => deletePromise(promise.id),
  }
}

/** Forms always grow on this disk, uploads not where they grow in the bucket. */
function onThisDisk({ all, ofForms }: ComingBytes): number {
  return uploadsPlace().isBucket ? ofForms : all
}
