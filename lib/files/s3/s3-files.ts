import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { AppError, isDiskFull } from '@/lib/errors'
import type { S3Location } from '@/lib/s3-location'
import type { FileStore } from '../file-store'
import { incomingFolder } from '../receive/incoming'
import { createS3Client, findObjectBytes, isMissing, toStorageError } from './s3-client'

const partBytes = 8 * 1024 * 1024

type Bucket = { client: S3Client; location: S3Location }

/** The file store as a bucket of S3 or of something that speaks it: the key is the object's, under the prefix. */
export function createS3Files(location: S3Location): FileStore {
  const bucket = { client: createS3Client(location), location }
  return {
    kind: 's3',
    put: (file) => put({ ...bucket, ...file }),
    open: (part) => openObject({ ...bucket, ...part }),
    findBytes: (key) => findBytes({ ...bucket, key }),
    remove: async (key) => {
      await bucket.client.send(new DeleteObjectCommand(object(bucket, key))).catch(throwStorageError)
    },
    withLocalFile: (loan) => withLocalFile({ ...bucket, ...loan }),
    listKeys: (wanted) => listKeys({ ...bucket, ...wanted }),
    check: () => check(bucket),
  }
}

/** Sent in parts of 8 MB, two at a time, and read back: no header of S3 proves the bytes on every S3-compatible. */
async function put(wanted: Bucket & { from: string; key: string; sha256: string }): Promise<void> {
  const { from, key, sha256 } = wanted
  try {
    const { size } = await stat(from)
    const upload = new Upload({
      client: wanted.client,
      params: { ...object(wanted, key), Body: createReadStream(from, { highWaterMark: 1024 * 1024 }) },
      partSize: partBytes,
      queueSize: 2,
    })
    await upload.done()
    if ((await findBytes(wanted)) === size && (await sha256Of(await openObject(wanted))) === sha256) return
  } catch (error) {
    throw toStorageError(error)
  }
  await wanted.client.send(new DeleteObjectCommand(object(wanted, key))).catch(() => undefined)
  throw new Error('a stored file differs from what was received')
}

async function openObject(wanted: Bucket & { key: string; start?: number; end?: number }): Promise<Readable> {
  const { key, start, end } = wanted
  const range = start === undefined && end === undefined ? {} : { Range: `bytes=${start ?? 0}-${end ?? ''}` }
  try {
    const { Body } = await wanted.client.send(new GetObjectCommand({ ...object(wanted, key), ...range }))
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

async function findBytes(wanted: Bucket & { key: string }): Promise<number | null> {
  const { client, key } = wanted
  return findObjectBytes({ client, ...object(wanted, key) }).catch(throwStorageError)
}

/** Stores a few bytes, reads them and removes them: what may be listed may still not be written. */
async function check(bucket: Bucket): Promise<void> {
  const key = `check/${randomUUID()}`
  const place = object(bucket, key)
  await bucket.client.send(new PutObjectCommand({ ...place, Body: key })).catch(throwStorageError)
  const kept = await text(await openObject({ ...bucket, key }))
  await bucket.client.send(new DeleteObjectCommand(place)).catch(throwStorageError)
  if (kept !== key) throw new Error('a stored file differs from what was sent')
}

async function withLocalFile<Result>(
  wanted: Bucket & { key: string; use: (path: string) => Promise<Result> },
): Promise<Result> {
  const copy = path.join(incomingFolder(), randomUUID())
  await mkdir(incomingFolder(), { recursive: true })
  try {
    const source = await openObject(wanted)
    await pipeline(source, createWriteStream(copy, { flags: 'wx' })).catch((error) => {
      throw isDiskFull(error) ? new AppError('storage.full', { cause: error }) : toStorageError(error)
    })
    return await wanted.use(copy)
  } finally {
    await rm(copy, { force: true })
  }
}

async function listKeys({
  client,
  location,
  prefix,
  olderThanMs,
}: Bucket & { prefix: string; olderThanMs: number }): Promise<string[]> {
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

const object = ({ location }: Bucket, key: string) => ({
  Bucket: location.bucket,
  Key: location.prefix + key,
})

async function sha256Of(stream: Readable): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex')
}

function throwStorageError(error: unknown): never {
  throw toStorageError(error)
}
