import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { AppError, isDiskFull } from '@/lib/errors'
import type { S3Location } from '@/lib/s3-location'
import type { FileStore } from '../file-store'
import { incomingFolder } from '../receive/incoming'
import { createS3Client, isMissing, toStorageError } from './s3-client'

const partBytes = 8 * 1024 * 1024

type Place = { client: S3Client; location: S3Location }

/** The file store as a bucket of S3 or of something that speaks it: the key is the object's, under the prefix. */
export function createS3Files(location: S3Location): FileStore {
  const place = { client: createS3Client(location), location }
  return {
    kind: 's3',
    put: (given) => put({ ...place, ...given }),
    open: (given) => openObject({ ...place, ...given }),
    findBytes: (key) => findBytes({ ...place, key }),
    remove: async (key) => {
      await place.client.send(new DeleteObjectCommand(object(place, key))).catch(throwStorageError)
    },
    withLocalFile: (given) => withLocalFile({ ...place, ...given }),
    listKeys: (given) => listKeys({ ...place, ...given }),
    check: async () => {
      await listKeys({ ...place, prefix: 'check', olderThanMs: 0 })
    },
  }
}

/** Sent in parts of 8 MB, two at a time, and read back: no header of S3 proves the bytes on every S3-compatible. */
async function put(given: Place & { from: string; key: string; sha256: string }): Promise<void> {
  const { from, key, sha256 } = given
  try {
    const { size } = await stat(from)
    const upload = new Upload({
      client: given.client,
      params: { ...object(given, key), Body: createReadStream(from, { highWaterMark: 1024 * 1024 }) },
      partSize: partBytes,
      queueSize: 2,
    })
    await upload.done()
    if ((await findBytes(given)) === size && (await sha256Of(await openObject(given))) === sha256) return
  } catch (error) {
    throw toStorageError(error)
  }
  await given.client.send(new DeleteObjectCommand(object(given, key))).catch(() => undefined)
  throw new Error('a stored file differs from what was received')
}

async function openObject(given: Place & { key: string; start?: number; end?: number }): Promise<Readable> {
  const { key, start, end } = given
  const range = start === undefined && end === undefined ? {} : { Range: `bytes=${start ?? 0}-${end ?? ''}` }
  try {
    const { Body } = await given.client.send(new GetObjectCommand({ ...object(given, key), ...range }))
    if (!(Body instanceof Readable)) throw new Error('an answer without a body')
    return withOurErrors(Body)
  } catch (error) {
    if (isMissing(error)) throw new AppError('document.original_gone', { cause: error })
    throw toStorageError(error)
  }
}

/** A line to S3 that breaks while an original is sent on must not look like a fault of the upstream's. */
function withOurErrors(body: Readable): Readable {
  const chunks = async function* () {
    try {
      yield* body
    } catch (error) {
      throw toStorageError(error)
    }
  }
  return Readable.from(chunks(), { objectMode: false })
}

async function findBytes(given: Place & { key: string }): Promise<number | null> {
  try {
    const { ContentLength } = await given.client.send(new HeadObjectCommand(object(given, given.key)))
    return ContentLength ?? null
  } catch (error) {
    if (isMissing(error)) return null
    throw toStorageError(error)
  }
}

async function withLocalFile<Result>(
  given: Place & { key: string; use: (path: string) => Promise<Result> },
): Promise<Result> {
  const copy = path.join(incomingFolder(), randomUUID())
  await mkdir(incomingFolder(), { recursive: true })
  try {
    const source = await openObject(given)
    await pipeline(source, createWriteStream(copy, { flags: 'wx' })).catch((error) => {
      throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : toStorageError(error)
    })
    return await given.use(copy)
  } finally {
    await rm(copy, { force: true })
  }
}

async function listKeys(given: Place & { prefix: string; olderThanMs: number }): Promise<string[]> {
  const { client, location, prefix, olderThanMs } = given
  const pages = paginateListObjectsV2(
    { client },
    { Bucket: location.bucket, Prefix: `${location.prefix}${prefix}/` },
  )
  const keys: string[] = []
  try {
    for await (const { Contents = [] } of pages) {
      for (const { Key = '', LastModified } of Contents) {
        const ageMs = Date.now() - (LastModified?.getTime() ?? 0)
        if (ageMs >= olderThanMs) keys.push(Key.slice(location.prefix.length))
      }
    }
  } catch (error) {
    throw toStorageError(error)
  }
  return keys
}

const object = ({ location }: Place, key: string) => ({ Bucket: location.bucket, Key: location.prefix + key })

async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex')
}

function throwStorageError(error: unknown): never {
  throw toStorageError(error)
}
