import 'server-only'
import path from 'node:path'
import type { DataStore, Locker, Upload } from '@tus/server'
import { getSettings } from '../env'
import { parseS3Location } from '../s3-location'
import { DiskUploads } from './disk/disk-uploads'
import type { ReceivedFile } from './receive/receive'
import { createUploadLocker } from './upload-locker'

/** A partial upload is kept this long after it was begun. */
export const uploadLifeMs = 24 * 60 * 60_000

export type FileUse<Result> = { upload: Upload; use: (file: ReceivedFile) => Promise<Result> }

/** Where tus keeps uploads under way, beside the originals; any process can go on with any upload. */
export type UploadStore = DataStore & {
  listIds: () => Promise<string[]>
  /** Keeps the upload's changed metadata. */
  saveNote: (upload: Upload) => Promise<void>
  /** Lends what has arrived as a file on this machine, for as long as `use` takes. */
  withFile: <Result>(given: FileUse<Result>) => Promise<Result>
  /** Removes what the notes of uploads know nothing of. */
  removeLeftovers: (given: { olderThanMs: number }) => Promise<void>
}

type Uploads = { store: UploadStore; locker: Locker }

// One store and one locker for the process, though Next bundles each route apart.
const shared = globalThis as typeof globalThis & { intrayUploads?: Promise<Uploads> }

export function uploads(): Promise<Uploads> {
  shared.intrayUploads ??= createUploadStore().then((store) => ({ store, locker: createUploadLocker() }))
  return shared.intrayUploads
}

/** Where partial uploads lie while files are kept in the data folder. */
export function uploadFolder(): string {
  return path.join(getSettings().INTRAY_DATA_DIR, 'files', 'uploads')
}

async function createUploadStore(): Promise<UploadStore> {
  const { FILES_URL } = getSettings()
  if (!FILES_URL) return new DiskUploads(uploadFolder())
  // Loaded only where it is used: see file-store.
  const { S3Uploads } = await import('./s3/s3-uploads')
  return new S3Uploads(parseS3Location(FILES_URL))
}
