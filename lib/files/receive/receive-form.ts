import 'server-only'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import { type FormRoom, promiseOrMakeRoom, promiseRoomForForm } from '../room/promised-room'
import { maxUploadBytes } from '../upload-policy'
import { type ReceivedFile, receiveFile, removeReceived } from './receive'

/** `file` is null where the part was larger than the limit; its bytes are not kept. */
export type FormFile = { name: string; file: ReceivedFile | null }

type ReceivedForm = { files: FormFile[]; fields: Record<string, string> }

/** `makeRoom` gives up what the person may do without; false where there is nothing. */
type SentForm = { request: Request; personId: string; makeRoom: () => Promise<boolean> }

const limits = { fileSize: maxUploadBytes, files: 500, fields: 50, fieldSize: 65_536 }

/**
 * Streams a multipart form to disk in constant memory: its `file` parts become files, everything else of text
 * becomes fields. The caller removes the files. Leaves nothing behind when it throws: request.unsupported_type,
 * request.invalid, upload.incomplete, upload.too_many_open, storage.full.
 */
export async function receiveForm({ request, personId, makeRoom }: SentForm): Promise<ReceivedForm> {
  const parser = openParser(request)
  const bytes = Number(request.headers.get('content-length') ?? 0)
  const promise = () => promiseRoomForForm({ personId, bytes })
  const room = await promiseOrMakeRoom({ promise, makeRoom })
  try {
    return await readForm({ request, parser, room })
  } finally {
    await room.end()
  }
}

type OpenForm = { request: Request; parser: BusboyInstance; room: FormRoom }

async function readForm({ request, parser, room }: OpenForm): Promise<ReceivedForm> {
  const body = Readable.fromWeb((request.body ?? new Blob().stream()) as ReadableStream)
  // The last of the body may have been read already, and only the parser waits.
  const onFailure = (error: Error) => {
    body.destroy(error)
    parser.destroy(error)
  }
  const form = collect({ parser, room, onFailure })
  let received = 0
  body.on('data', (chunk: Buffer) => {
    received += chunk.length
    room.flows()
  })
  try {
    await pipeline(body, parser)
    return { files: await Promise.all(form.files), fields: form.fields }
  } catch (cause) {
    for (const part of form.parts) part.destroy()
    await discard(form.files)
    if (cause instanceof AppError) throw cause
    log.info({ received, announced: request.headers.get('content-length') }, 'an upload broke off')
    throw new AppError('upload.incomplete', { values: { received }, cause })
  }
}

function openParser(request: Request): BusboyInstance {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return new Busboy({
      headers,
      limits,
      isPartAFile: (name, _type, file) => name === 'file' || file != null,
    })
  } catch (cause) {
    throw new AppError('request.unsupported_type', { cause })
  }
}

type Collecting = Pick<OpenForm, 'parser' | 'room'> & { onFailure: (error: Error) => void }

function collect({ parser, room, onFailure }: Collecting) {
  const form = {
    parts: [] as BusboyFileStream[],
    files: [] as Promise<FormFile>[],
    fields: {} as Record<string, string>,
  }
  parser.on('file', (field, stream, filename) => {
    if (field !== 'file') {
      stream.resume()
      return
    }
    const file = receivePart({ stream, filename, room })
    form.parts.push(stream)
    // A part that cannot be written would otherwise hold up the parser for ever.
    file.catch(onFailure)
    form.files.push(file)
  })
  parser.on('filesLimit', () => {
    onFailure(invalid(`more than ${limits.files} files at once`))
  })
  parser.on('field', (name, value, _nameCut, valueCut) => {
    if (valueCut) onFailure(invalid(`${name}: too long`))
    form.fields[name] = value
  })
  return form
}

const invalid = (problem: string) => new AppError('request.invalid', { values: { problem } })

type FilePart = { stream: BusboyFileStream; filename: string | undefined; room: FormRoom }

async function receivePart({ stream, filename, room }: FilePart): Promise<FormFile> {
  // Browsers write a quotation mark so (WHATWG HTML, multipart/form-data encoding), and no reader turns it back.
  const name = (filename ?? '').replaceAll('%22', '"')
  const file = await receiveFile(stream)
  try {
    await room.arrived(file.bytes)
  } catch (error) {
    await removeReceived(file.path)
    throw error
  }
  if (!stream.truncated) return { name, file }
  await removeReceived(file.path)
  return { name, file: null }
}

async function discard(files: Promise<FormFile>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(files)) {
    if (outcome.status === 'fulfilled' && outcome.value.file) await removeReceived(outcome.value.file.path)
  }
}
