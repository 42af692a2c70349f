import 'server-only'
import path from 'node:path'
import { getSettings, type Settings } from '../env'
import { log } from '../log'
import { once } from '../once'
import { probe } from '../probe'
import { parseS3Location, type S3Location } from '../s3-location'
import { createDiskFiles } from './disk/disk-files'
import type { FileStore } from './file-store'

export function fileStore(): FileStore {
  return once('file store', () => createFileStore(getSettings()))
}

export function isFileStoreReachable(): Promise<boolean> {
  return probe({ name: 'files', ask: askFileStore, otherwise: false })
}

async function askFileStore(): Promise<boolean> {
  try {
    await fileStore().check()
    return true
  } catch (error) {
    log.warn({ err: error }, 'the file store does not answer as it should')
    return false
  }
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
    put: async (file) => (await store()).put(file),
    open: async (part) => (await store()).open(part),
    findBytes: async (key) => (await store()).findBytes(key),
    remove: async (key) => (await store()).remove(key),
    withLocalFile: async (loan) => (await store()).withLocalFile(loan),
    listKeys: async (wanted) => (await store()).listKeys(wanted),
    check: async () => (await store()).check(),
  }
}
