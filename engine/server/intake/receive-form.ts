import type { IncomingMessage } from 'node:http'
import type { IncomingFile } from '@/engine/store/incoming-file'
import { contentTypeRefusal, tooLargeRefusal } from '../http/refusal'
import type { Call } from '../http/route'
import { readJsonForm } from './json-form'
import { readMultipartForm } from './multipart-form'
import { maxFieldsBytes, type SubmittedForm } from './submitted-form'

/** Base64 takes a third more than the bytes, and the escapes some clients write inside it a little on top. */
const largestEncoding = { multipart: 1, json: 1.5 }

type FormEncoding = keyof typeof largestEncoding

/**
 * The encoding of a request's form.
 * @throws Refusal 415 for any other Content-Type (contract §2.3).
 */
export function requireFormEncoding(request: IncomingMessage): FormEncoding {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (contentType === 'multipart/form-data') return 'multipart'
  if (contentType === 'application/json') return 'json'
  throw contentTypeRefusal()
}

/**
 * Reads the form, streaming a document that comes with it into `file`. A body whose announced length alone makes it
 * too large is refused before any of it is read.
 * @throws Refusal 413 or 400 (contract §2.3); CallerGone.
 */
export async function receiveForm(input: {
  call: Call
  encoding: FormEncoding
  maxFileBytes: number
  file: IncomingFile
}): Promise<SubmittedForm> {
  const { call, encoding, maxFileBytes, file } = input
  const { request } = call
  const tooLarge = () => tooLargeRefusal(maxFileBytes)
  const maxBodyBytes = maxFileBytes * largestEncoding[encoding] + 2 * maxFieldsBytes
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge()
  call.beginBody()
  const incoming = { request, maxBodyBytes, tooLarge, file }
  return encoding === 'multipart' ? readMultipartForm(incoming) : readJsonForm(incoming)
}
