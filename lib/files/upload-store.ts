import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { type Locker, MemoryLocker } from '@tus/server'
import { getSettings } from '../env'

/** A partial upload is kept this long after it was begun. */
export const uploadLifeMs = 24 * 60 * 60_000

type Uploads = { store: FileStore; locker: Locker }

// One store and one locker for the process, though Next bundles each route apart.
const shared = globalThis as typeof globalThis & { intrayUploads?: Uploads }

/** Where tus keeps uploads under way: a file of what has arrived and a note of what was announced, by upload id. */
export function uploads(): Uploads {
  shared.intrayUploads ??= { store: createStore(), locker: new MemoryLocker() }
  return shared.intrayUploads
}

/** The file of an upload on this machine. */
export function uploadPath(id: string): string {
  return path.join(uploadFolder(), id)
}

export function uploadFolder(): string {
  return path.join(getSettings().INTRAY_DATA_DIR, 'files', 'uploads')
}

function createStore(): FileStore {
  // The library begins to make it, but does not wait.
  mkdirSync(uploadFolder(), { recursive: true })
  const store = new FileStore({ directory: uploadFolder() })
  // A size told only at the end could not be refused at the beginning; expiry is the sweep's, which knows what is done.
  store.extensions = ['creation', 'creation-with-upload', 'termination']
  return store
}
