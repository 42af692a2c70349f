import 'server-only'
import type { DataStore, Upload } from '@tus/server'
import type { ReceivedFile } from './receive/receive'

/** A partial upload is kept this long after it was begun. */
export const uploadLifeMs = 24 * 60 * 60_000

export type FileUse<Result> = { upload: Upload; use: (file: ReceivedFile) => Promise<Result> }

/** Where tus keeps uploads under way, beside the originals; any process can go on with any upload. */
export type UploadStore = DataStore & {
  listIds: () => Promise<string[]>
  saveNote: (upload: Upload) => Promise<void>
  /** Lends what has arrived as a file on this machine, for as long as `use` takes. */
  withFile: <Result>(loan: FileUse<Result>) => Promise<Result>
  /** SHA-256 in hex of the first bytes that have arrived; null where the store cannot read them yet. */
  hashArrived: (part: { id: string; bytes: number }) => Promise<string | null>
  /** Removes what the notes of uploads know nothing of. */
  removeLeftovers: (age: { olderThanMs: number }) => Promise<void>
}
