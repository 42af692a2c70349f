import 'server-only'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
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

/** Whether S3 says that there is nothing under the key. */
export function isMissing(error: unknown): boolean {
  const { name } = (error ?? {}) as { name?: unknown }
  return name === 'NoSuchKey' || name === 'NotFound'
}

/** What an S3 call failed of, as one of ours. The cause is for the log; it holds no secret. */
export function toStorageError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const cause = new Error(`S3: ${describe(error)}`)
  return new AppError(storageCode(error), { cause })
}

function storageCode(error: unknown): ErrorCode {
  const { name, $metadata } = (error ?? {}) as { name?: string; $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode
  if (status === 507 || /quota|storagefull|insufficientstorage/i.test(name ?? '')) return 'storage.full'
  if (name === 'CredentialsProviderError' || name === 'NoSuchBucket') return 'storage.refused'
  return status !== undefined && status >= 400 && status < 500 ? 'storage.refused' : 'storage.unreachable'
}

function describe(error: unknown): string {
  const { name } = (error ?? {}) as { name?: string }
  return [name, rootMessage(error)].filter(Boolean).join(': ')
}
