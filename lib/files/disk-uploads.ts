import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { FileStore as TusFileStore } from '@tus/file-store'
import type { Upload } from '@tus/server'
import { sha256OfFile } from './hash'
import { removeOldFiles, requireRoom } from './incoming'
import type { FileUse, UploadStore } from './upload-store'

/** Uploads under way in a folder: a file of what has arrived and a note of what was announced, by upload id. */
export class DiskUploads extends TusFileStore implements UploadStore {
  constructor(private readonly folder: string) {
    // The library begins to make it, but does not wait.
    mkdirSync(folder, { recursive: true })
    super({ directory: folder })
    // A size told only at the end could not be refused at the beginning; expiry is the sweep's, which knows what is done.
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  /** The library keeps to itself why it could not write. Throws storage.full where there is no room left. */
  override async write(...given: Parameters<TusFileStore['write']>): Promise<number> {
    try {
      return await super.write(...given)
    } catch (error) {
      await requireRoom(0)
      throw error
    }
  }

  async listIds(): Promise<string[]> {
    return (await this.configstore.list?.()) ?? []
  }

  async saveNote(upload: Upload): Promise<void> {
    await this.configstore.set(upload.id, upload)
  }

  async withFile<Result>({ upload, use }: FileUse<Result>): Promise<Result> {
    const file = path.join(this.folder, upload.id)
    return use({ path: file, bytes: upload.offset, sha256: await sha256OfFile(file) })
  }

  removeLeftovers({ olderThanMs }: { olderThanMs: number }): Promise<void> {
    return removeOldFiles({ folder: this.folder, olderThanMs })
  }
}
