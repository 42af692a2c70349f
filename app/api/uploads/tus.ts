import 'server-only'
import { randomUUID } from 'node:crypto'
import { Server, type Upload } from '@tus/server'
import { joinBatch } from '@/lib/documents/batches/record-outcome'
import { forgetRefused, ingestUpload } from '@/lib/documents/intake/ingest-upload'
import { parseMetadata } from '@/lib/documents/intake/metadata'
import { requireStepOfToken } from '@/lib/documents/intake/step-of-token'
import { AppError, type ErrorCode } from '@/lib/errors'
import { expectFiles } from '@/lib/files/inspect/inspect'
import {
  endPromise,
  promiseOrMakeRoom,
  promiseRoom,
  requireRoomForPiece,
} from '@/lib/files/room/promised-room'
import { maxUploadBytes, maxUploadWords } from '@/lib/files/upload-policy'
import { uploads } from '@/lib/files/uploads'
import type { SignedInUser } from '@/lib/people/roles'
import { requireStep } from '@/lib/steps/steps'
import { answerUpload } from './upload-answer'

/** What a client may say in Upload-Metadata; all else is dropped. */
const metadataKeys = ['filename', 'filetype', 'step', 'metadata', 'duplicate', 'sha256', 'batch'] as const

const lengthMissing = () => new AppError('request.invalid', { values: { problem: 'Upload-Length' } })

const checksumUnreadable = () => new AppError('request.invalid', { values: { problem: 'sha256' } })

/** As widespread clients say it. */
function toOurKeys({ name, type, ...metadata }: Metadata): Metadata {
  return { filename: name ?? null, filetype: type ?? null, ...metadata }
}

type Metadata = Record<string, string | null>

/** `upload` is the one that the router named and the caller may touch; without one, the request begins one. */
type TusRequest = { user: SignedInUser; request: Request; upload?: Upload }

/**
 * Answers one request of the tus protocol 1.0 (https://tus.io/protocols/resumable-upload). The request that brings
 * the last byte is answered with what became of the file, as POST /api/documents answers it. Throws upload.too_large,
 * upload.too_many_open, upload.not_found, upload.out_of_step, request.invalid, storage.full and what the intake throws.
 */
export async function answerTus({ user, request, upload: known }: TusRequest): Promise<Response> {
  // The store needs to know what room to keep.
  if (request.headers.has('upload-defer-length')) throw lengthMissing()
  let failure: unknown
  let begun: Upload | undefined
  expectFiles()
  if (known && request.method === 'PATCH') await keepRoom({ user, request, upload: known })
  const { store, locker } = await uploads()
  // A server per request costs nothing and knows the user; what must be shared is the store and the locker.
  const server = new Server({
    path: '/api/uploads',
    datastore: store,
    locker,
    maxSize: maxUploadBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: () => randomUUID().replaceAll('-', ''),
    // Its own reading of the address would take what stands after a question mark.
    getFileIdFromRequest: () => known?.id,
    onUploadCreate: async (_, upload) => {
      const metadata = await checkedMetadata({ user, upload })
      begun = upload
      return { metadata }
    },
    onUploadFinish: async (_, upload) => {
      const outcome = await ingestUpload({ user, uploadId: upload.id })
      return toHookAnswer({ request, response: answerUpload({ request, outcomes: [outcome] }) })
    },
    onResponseError: (_, error) => {
      failure = error
      return undefined
    },
  })
  const response = await server.handleWeb(request)
  if (begun && response.status >= 400 && !isRefusal(response)) await endPromise(begun.id)
  if (known && request.method === 'DELETE' && response.ok) await endPromise(known.id)
  if (failure instanceof AppError) throw failure
  if (failure instanceof Error && !('status_code' in failure)) throw failure
  return response.status < 400 ? response : refuse(response)
}

/** Refuses before the first byte what would be refused after the last. */
async function checkedMetadata({ user, upload }: { user: SignedInUser; upload: Upload }) {
  const announced = toOurKeys(upload.metadata ?? {})
  if (upload.size === undefined) throw lengthMissing()
  if (announced.sha256 && !/^[0-9a-f]{64}$/.test(announced.sha256)) throw checksumUnreadable()
  const step = await requireStep(announced.step ?? undefined)
  requireStepOfToken({ user, stepId: step.id })
  parseMetadata(announced.metadata ?? undefined)
  await joinBatch({ user, place: announced.batch })
  const promise = { id: upload.id, personId: user.id, bytes: upload.size }
  await promiseOrMakeRoom({ promise: () => promiseRoom(promise), makeRoom: () => forgetRefused(user) })
  const kept = metadataKeys.flatMap((key) => (announced[key] ? [[key, announced[key]]] : []))
  const sender = { owner: user.id, ...(user.token ? { token: user.token.id } : {}) }
  return { ...Object.fromEntries(kept), ...sender }
}

async function keepRoom({ user, request, upload }: Required<TusRequest>): Promise<void> {
  const { id, size: bytes = 0, offset: arrivedBytes } = upload
  if (arrivedBytes >= bytes) return
  const leftBytes = bytes - arrivedBytes
  const pieceBytes = Math.min(leftBytes, Number(request.headers.get('content-length') ?? leftBytes))
  await requireRoomForPiece({ id, personId: user.id, bytes, arrivedBytes, pieceBytes })
}

/** tus asks for 201 where the upload was made and filled at once, and 2xx for the last part of it. */
async function toHookAnswer({ request, response }: { request: Request; response: Response }) {
  return {
    status_code: tusStatus({ method: request.method, status: response.status }),
    headers: { 'Content-Type': 'application/json' },
    body: await response.text(),
  }
}

/** Clients take a 409 for an offset to be asked for again, find the whole file there, and report success. */
function tusStatus({ method, status }: { method: string; status: number }): number {
  if (status === 409) return 422
  return status === 201 && method === 'PATCH' ? 200 : status
}

/** Ours are JSON: the upload is complete, and kept as what was refused. */
function isRefusal(response: Response): boolean {
  return response.headers.get('content-type') === 'application/json'
}

const codeOfStatus: Record<number, ErrorCode> = {
  404: 'upload.not_found',
  409: 'upload.out_of_step',
  410: 'upload.not_found',
  413: 'upload.too_large',
}

/** Our own answers are JSON and passed on; those of the library are plain words. */
async function refuse(response: Response): Promise<Response> {
  if (isRefusal(response)) return response
  const code = codeOfStatus[response.status] ?? (response.status < 500 ? 'request.invalid' : 'internal')
  const problem = (await response.text()).trim()
  throw new AppError(code, { values: { problem, limit: maxUploadWords }, cause: problem })
}
