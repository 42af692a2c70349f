import 'server-only'
import type { Readable } from 'node:stream'
import { paginateListObjectsV2 } from '@aws-sdk/client-s3'
import { S3Store } from '@tus/s3-store'
import { ERRORS, Upload } from '@tus/server'
import type { S3Location } from '@/lib/s3-location'
import { receiveFile, removeReceived } from '../receive/receive'
import type { FileUse, UploadStore } from '../upload-store'
import { findObjectBytes, isMissing, isOver, s3ClientConfig, toStorageError } from './s3-client'

/** The smallest that S3 takes: a line that breaks loses at most the part under way. */
const partBytes = 5 * 1024 * 1024

/** The library would remember notes of uploads that another process has since changed or removed. */
const noMemory = { get: async () => undefined, set: async () => {}, delete: async () => {} }

/**
 * Uploads under way in S3: a multipart upload, its last piece while that is too small for a part (`.part`), and a note
 * of what was announced (`.info`), by upload id.
 */
export class S3Uploads extends S3Store implements UploadStore {
  private readonly prefix: string

  constructor(location: S3Location) {
    super({
      s3ClientConfig: { ...s3ClientConfig(location), bucket: location.bucket },
      partSize: partBytes,
      minPartSize: partBytes,
      useTags: false,
      cache: noMemory,
    })
    this.prefix = `${location.prefix}uploads/`
    // As for files on a disk: no size told only at the end, and expiry is the sweep's.
    this.extensions = ['creation', 'creation-with-upload', 'termination']
  }

  override async create(upload: Upload): Promise<Upload> {
    const created = await ours(super.create(withId(upload, this.keyOf(upload.id))))
    return withId(created, upload.id)
  }

  override write(source: Readable, id: string, offset: number): Promise<number> {
    return ours(super.write(source, this.keyOf(id), offset))
  }

  override async getUpload(id: string): Promise<Upload> {
    const { file } = await this.requireNote(id)
    const offset = await this.countArrived({ id, size: file.size ?? 0 })
    return withId(Object.assign(file, { offset }), id)
  }

  /** The library's own leaves the objects of a complete upload behind, whose parts are no more to be given up. */
  override async remove(id: string): Promise<void> {
    const key = this.keyOf(id)
    const { 'upload-id': UploadId } = await this.requireNote(id)
    await this.client
      .abortMultipartUpload({ Bucket: this.bucket, Key: key, UploadId })
      .catch((error) => ours(isOver(error) ? Promise.resolve() : Promise.reject(error)))
    for (const Key of [key, this.partKey(key, true), this.infoKey(key)]) {
      await ours(this.client.deleteObject({ Bucket: this.bucket, Key }))
    }
  }

  async listIds(): Promise<string[]> {
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: this.prefix })
    const ids: string[] = []
    try {
      for await (const { Contents = [] } of pages) {
        const keys = Contents.map(({ Key = '' }) => Key).filter((key) => key.endsWith('.info'))
        ids.push(...keys.map((key) => key.slice(this.prefix.length, -'.info'.length)))
      }
    } catch (error) {
      throw toStorageError(error)
    }
    return ids
  }

  async saveNote(upload: Upload): Promise<void> {
    const { 'upload-id': uploadId } = await this.requireNote(upload.id)
    await ours(this.saveMetadata(withId(upload, this.keyOf(upload.id)), uploadId))
  }

  async withFile<Result>({ upload, use }: FileUse<Result>): Promise<Result> {
    const file = await ours(this.read(this.keyOf(upload.id)).then(receiveFile))
    try {
      if (file.bytes !== upload.offset) throw new Error('a stored upload differs from what was received')
      return await use(file)
    } finally {
      await removeReceived(file.path)
    }
  }

  /** Parts of an object cannot be read before it is whole. */
  async hashArrived(): Promise<null> {
    return null
  }

  /** Objects have no leftovers but those of a creation cut short, which a rule of the bucket clears. */
  async removeLeftovers(): Promise<void> {}

  /** The library's own take any 404 for a piece that is not there, and would lose it. */
  protected override async getIncompletePart(key: string): Promise<Readable | undefined> {
    const Key = this.partKey(key, true)
    try {
      return (await this.client.getObject({ Bucket: this.bucket, Key })).Body as Readable
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  protected override async getIncompletePartSize(key: string): Promise<number | undefined> {
    const place = { Bucket: this.bucket, Key: this.partKey(key, true) }
    return (await findObjectBytes({ client: this.client, ...place })) ?? undefined
  }

  private async countArrived({ id, size }: { id: string; size: number }): Promise<number> {
    try {
      const parts = await this.retrieveParts(this.keyOf(id))
      const rest = await this.getIncompletePartSize(this.keyOf(id))
      return parts.reduce((sum, { Size = 0 }) => sum + Size, rest ?? 0)
    } catch (error) {
      if (!isOver(error)) throw toStorageError(error)
    }
    // Its parts have become the object, or were cleared away by a rule of the bucket.
    const place = { Bucket: this.bucket, Key: this.keyOf(id) }
    const bytes = await ours(findObjectBytes({ client: this.client, ...place }))
    if (bytes === size) return size
    throw ERRORS.FILE_NO_LONGER_EXISTS
  }

  private keyOf(id: string): string {
    return this.prefix + id
  }

  private async requireNote(id: string) {
    return this.getMetadata(this.keyOf(id)).catch((error) => {
      throw isMissing(error) ? ERRORS.FILE_NOT_FOUND : toStorageError(error)
    })
  }
}

function withId(upload: Upload, id: string): Upload {
  return Object.assign(new Upload({ id, size: 0, offset: 0 }), upload, { id })
}

/** The SDK marks its errors with what it knows of the request; the protocol's own errors pass. */
async function ours<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw typeof error === 'object' && error !== null && '$metadata' in error ? toStorageError(error) : error
  }
}
