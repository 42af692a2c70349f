import 'server-only'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { FileStore as TusFileStore } from '@tus/file-store'
import type { Upload } from '@tus/server'
import { sha256OfFile, sha256OfStart } from '../receive/hash'
import { removeOldFiles } from '../receive/incoming'
import { inLargePieces } from '../receive/large-pieces'
import { requireRoom } from '../room/free-room'
import type { FileUse, UploadStore } from '../upload-store'
import { ArrivingHashes } from './arriving-hashes'

/** Uploads under way in a folder: a file of what has arrived and a note of what was announced, by upload id. */
export class DiskUploads extends TusFileStore implements UploadStore {
  private readonly hashes = new ArrivingHashes()

  constructor(private readonly folder: string) {
    // The library begins to make it, but does not wait.
    mkdirSync(folder, { recursive: true })
    super({ directory: folder })
    // A size told only at the end could not be refused at the beginning; expiry is the sweep's, which knows what is done.
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  /** Hashes what arrives. Throws storage.full where there is no room left. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const arriving = this.hashes.take({ id, offset })
    const see = (chunk: Buffer) => {
      if (!arriving) return
      arriving.hash.update(chunk)
      arriving.bytes += chunk.length
    }
    const pieces = Readable.from(inLargePieces({ chunks: source, see }), { highWaterMark: 1 })
    const written = await this.writePart(pieces, id, offset)
    if (arriving?.bytes === written) this.hashes.keep({ id, arriving })
    return written
  }

  override async remove(id: string): Promise<void> {
    this.hashes.forget(id)
    await super.remove(id)
  }

  async listIds(): Promise<string[]> {
    return (await this.configstore.list?.()) ?? []
  }

  async saveNote(upload: Upload): Promise<void> {
    await this.configstore.set(upload.id, upload)
  }

  async withFile<Result>({ upload, use }: FileUse<Result>): Promise<Result> {
    const file = path.join(this.folder, upload.id)
    const known = this.hashes.read({ id: upload.id, bytes: upload.offset })
    return use({ path: file, bytes: upload.offset, sha256: known ?? (await sha256OfFile(file)) })
  }

  async hashArrived({ id, bytes }: { id: string; bytes: number }): Promise<string> {
    const known = this.hashes.read({ id, bytes })
    return known ?? (await sha256OfStart({ path: path.join(this.folder, id), bytes }))
  }

  removeLeftovers({ olderThanMs }: { olderThanMs: number }): Promise<void> {
    return removeOldFiles({ folder: this.folder, olderThanMs })
  }

  /** The library keeps to itself why it could not write. */
  private async writePart(...part: Parameters<TusFileStore['write']>): Promise<number> {
    try {
      return await super.write(...part)
    } catch (error) {
      await requireRoom(0)
      throw error
    }
  }
}
