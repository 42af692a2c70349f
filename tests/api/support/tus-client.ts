import { DELETE, HEAD, PATCH } from '@/app/api/uploads/[uploadId]/route'
import { POST } from '@/app/api/uploads/route'
import { call, invoiceStep } from './desk'

export const tusHeaders = { 'tus-resumable': '1.0.0' }

export const encodeMetadata = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

/** Begins a resumable upload as the signed-in person. */
export async function createUpload(given: { bytes: number; metadata?: Record<string, string> }) {
  const metadata = { filename: 'ñandú.pdf', step: invoiceStep, ...given.metadata }
  const headers = {
    ...tusHeaders,
    'upload-length': String(given.bytes),
    'upload-metadata': encodeMetadata(metadata),
  }
  const response = await call(POST, { path: '/api/uploads', method: 'POST', headers })
  const location = response.headers.get('location') ?? ''
  return { response, uploadId: location.split('/').at(-1) ?? '' }
}

export function sendPart(given: { uploadId: string; offset: number; bytes: Uint8Array<ArrayBuffer> }) {
  const { uploadId, bytes: body } = given
  const headers = {
    ...tusHeaders,
    'upload-offset': String(given.offset),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(body.length),
  }
  return call(PATCH, {
    path: `/api/uploads/${uploadId}`,
    method: 'PATCH',
    params: { uploadId },
    headers,
    body,
  })
}

/** How much of it is here, or the status that says that there is none. */
export async function offsetOf(uploadId: string): Promise<number> {
  const address = { path: `/api/uploads/${uploadId}`, params: { uploadId }, headers: tusHeaders }
  const response = await call(HEAD, { ...address, method: 'HEAD' })
  return response.status === 200 ? Number(response.headers.get('upload-offset')) : response.status
}

export function endUpload(uploadId: string): Promise<Response> {
  const address = { path: `/api/uploads/${uploadId}`, params: { uploadId }, headers: tusHeaders }
  return call(DELETE, { ...address, method: 'DELETE' })
}
