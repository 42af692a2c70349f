import type { IncomingMessage } from 'node:http'
import type { IncomingFile } from '../document-files'
import { contentTypeRefusal, tooLargeRefusal } from '../http/refusal'
import { readJsonForm } from './json-form'
import { readMultipartForm } from './multipart-form'
import { maxFieldsBytes, type SubmittedForm } from './submitted-form'

/** Base64 takes a third more than the bytes, and the escapes some clients write inside it a little on top. */
const largestEncoding = { multipart: 1, json: 1.5 }

export type FormEncoding = keyof typeof largestEncoding

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
 * Refuses a body whose announced length alone makes it too large, before any of it is read.
 * @throws Refusal 413.
 */
export function refuseAnnouncedSize(input: {
  request: IncomingMessage
  encoding: FormEncoding
  maxFileBytes: number
}): void {
  const announcedBytes = Number(input.request.headers['content-length'] ?? 0)
  const maxBodyBytes = input.maxFileBytes * largestEncoding[input.encoding] + 2 * maxFieldsBytes
  if (announcedBytes > maxBodyBytes) throw tooLargeRefusal(input.maxFileBytes)
}

/** Reads the form, streaming a document that comes with it into `file`. */
export function receiveForm(input: {
  request: IncomingMessage
  encoding: FormEncoding
  file: IncomingFile
}): Promise<SubmittedForm> {
  return input.encoding === 'multipart' ? readMultipartForm(input) : readJsonForm(input)
}
