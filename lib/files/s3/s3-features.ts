import 'server-only'
import { randomUUID } from 'node:crypto'
import { S3 } from '@aws-sdk/client-s3'
import type { S3Location } from '@/lib/s3-location'
import { s3ClientConfig, statusOf, toStorageError } from './s3-client'

/** What not every S3-compatible has. */
export type S3Features = { listParts: boolean; conditionalWrites: boolean }

type Place = { client: S3; Bucket: string; Key: string }

/** Tries them on an object that is removed again. Throws what stands in the way of trying. */
export async function readS3Features(location: S3Location): Promise<S3Features> {
  const client = new S3(s3ClientConfig(location))
  const place = { client, Bucket: location.bucket, Key: `${location.prefix}check/${randomUUID()}` }
  try {
    return { listParts: await hasListParts(place), conditionalWrites: await hasConditionalWrites(place) }
  } catch (error) {
    throw toStorageError(error)
  } finally {
    client.destroy()
  }
}

async function hasListParts({ client, ...object }: Place): Promise<boolean> {
  const { UploadId } = await client.createMultipartUpload(object)
  const upload = { ...object, UploadId }
  try {
    await client.uploadPart({ ...upload, PartNumber: 1, Body: 'x' })
    const { Parts = [] } = await client.listParts(upload)
    return Parts.length === 1 && Parts[0]?.Size === 1
  } catch (error) {
    return refused(error)
  } finally {
    await client.abortMultipartUpload(upload).catch(() => undefined)
  }
}

async function hasConditionalWrites({ client, ...object }: Place): Promise<boolean> {
  try {
    await client.putObject({ ...object, Body: 'first' })
    await client.putObject({ ...object, Body: 'second', IfNoneMatch: '*' })
    return false
  } catch (error) {
    if (statusOf(error) === 412) return true
    return refused(error)
  } finally {
    await client.deleteObject(object).catch(() => undefined)
  }
}

/** An answer that it cannot, or may not, do this; whatever else failed says nothing of it. */
function refused(error: unknown): false {
  const status = statusOf(error)
  if (status === 501 || (status !== undefined && status >= 400 && status < 500)) return false
  throw error
}
