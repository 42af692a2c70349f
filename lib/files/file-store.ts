import 'server-only'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { getSettings, type Settings } from '../env'
import { parseS3Location, type S3Location } from '../s3-location'
import { createDiskFiles } from './disk/disk-files'

/**
 * Where received files and thumbnails live, by key (`originals/doc_…`). What cannot be done throws storage.full,
 * storage.unreachable or storage.refused; a key with nothing under it document.original_gone.
 */
export type FileStore = {
  kind: 'folder' | 's3'
  /**
   * Puts a finished file under `key` and does not return before it would survive a power cut there. The file at
   * `from` stays; the caller removes it once the rest of its work is committed. Throws an Error when what was stored
   * is not what was received.
   */
  put: (given: { from: string; key: string; sha256: string }) => Promise<void>
  /** The file's bytes from `start` to `end`, both counted from 0 and included. */
  open: (given: { key: string; start?: number; end?: number }) => Promise<Readable>
  /** Null when there is no such file. */
  findBytes: (key: string) => Promise<number | null>
  /** Gone already is as good. */
  remove: (key: string) => Promise<void>
  /** Lends the file as a path on this machine, for as long as `use` takes. */
  withLocalFile: <Result>(given: { key: string; use: (path: string) => Promise<Result> }) => Promise<Result>
  /** Keys `prefix/…` that were stored longer ago than that. */
  listKeys: (given: { prefix: string; olderThanMs: number }) => Promise<string[]>
  /** Throws where files can neither be read nor stored now. */
  check: () => Promise<void>
}

const shared = globalThis as typeof globalThis & { intrayFileStore?: FileStore }

/** The file store of this process, as the settings name it. */
export function fileStore(): FileStore {
  shared.intrayFileStore ??= createFileStore(getSettings())
  return shared.intrayFileStore
}

/** The one place that picks: S3 where FILES_URL names it, else the data folder. */
export function createFileStore(settings: Pick<Settings, 'FILES_URL' | 'INTRAY_DATA_DIR'>): FileStore {
  if (settings.FILES_URL) return whenNeeded(parseS3Location(settings.FILES_URL))
  return createDiskFiles(path.join(settings.INTRAY_DATA_DIR, 'files'))
}

/** The SDK costs 28 MB and a quarter of a second, which a desk without S3 does not spend. */
function whenNeeded(location: S3Location): FileStore {
  let loading: Promise<FileStore> | undefined
  const store = () => {
    loading ??= import('./s3/s3-files').then(({ createS3Files }) => createS3Files(location))
    return loading
  }
  return {
    kind: 's3',
    put: async (given) => (await store()).put(given),
    open: async (given) => (await store()).open(given),
    findBytes: async (key) => (await store()).findBytes(key),
    remove: async (key) => (await store()).remove(key),
    withLocalFile: async (given) => (await store()).withLocalFile(given),
    listKeys: async (given) => (await store()).listKeys(given),
    check: async () => (await store()).check(),
  }
}
