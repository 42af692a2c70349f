import 'server-only'
import { GetObjectCommand, HeadObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { AppError, type ErrorCode, rootMessage } from '@/lib/errors'
import type { S3Location } from '@/lib/s3-location'

/** How every client of the place is set up, the one of the resumable uploads included. */
export function s3ClientConfig(location: S3Location): S3ClientConfig {
  const { endpoint, region, pathStyle, credentials } = location
  return {
    endpoint,
    region,
    forcePathStyle: pathStyle,
    ...(credentials ? { credentials } : {}),
    // With the default, S3-compatibles that do not know the trailing checksum store it as part of the file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, socketTimeout: 20_000 },
  }
}

export function createS3Client(location: S3Location): S3Client {
  return new S3Client(s3ClientConfig(location))
}

/** Whether S3 says that there is nothing under the key. Any other 404 is a fault: of the bucket, or of who answers. */
export function isMissing(error: unknown): boolean {
  return nameOf(error) === 'NoSuchKey'
}

/** Whether S3 knows no such multipart upload; some S3-compatibles speak of the key then. */
export function isOver(error: unknown): boolean {
  return nameOf(error) === 'NoSuchUpload' || isMissing(error)
}

type ObjectPlace = { client: S3Client; Bucket: string; Key: string }

/** The length of an object; null where there is none. Throws what S3 says. */
export async function findObjectBytes({ client, ...place }: ObjectPlace): Promise<number | null> {
  try {
    return (await client.send(new HeadObjectCommand(place))).ContentLength ?? null
  } catch (error) {
    if (statusOf(error) !== 404) throw error
  }
  // An answer to HEAD has no body to say what it is that was not found.
  try {
    return (await client.send(new GetObjectCommand(place))).ContentLength ?? null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function nameOf(error: unknown): string | undefined {
  return ((error ?? {}) as { name?: string }).name
}

export function statusOf(error: unknown): number | undefined {
  return ((error ?? {}) as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}

/** What an S3 call failed of, as one of ours. The cause is for the log; it holds no secret. */
export function toStorageError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const cause = new Error(`S3: ${describe(error)}`)
  return new AppError(storageCode(error), { cause })
}

function storageCode(error: unknown): ErrorCode {
  const name = nameOf(error)
  const status = statusOf(error)
  if (status === 507 || /quota|storagefull|insufficientstorage/i.test(name ?? '')) return 'storage.full'
  if (name === 'CredentialsProviderError' || name === 'NoSuchBucket') return 'storage.refused'
  return status !== undefined && status >= 400 && status < 500 ? 'storage.refused' : 'storage.unreachable'
}

function describe(error: unknown): string {
  return [nameOf(error), rootMessage(error)].filter(Boolean).join(': ')
}
