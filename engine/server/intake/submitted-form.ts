import type { IncomingMessage } from 'node:http'
import type { IncomingFile } from '@/engine/store/incoming-file'

export type IncomingForm = {
  request: IncomingMessage
  maxBodyBytes: number
  tooLarge: () => Error
  file: IncomingFile
}

export type SubmittedForm = {
  /** How often each kind of document source occurs; exactly one in all is right. */
  sources: { image: number; image_base64: number; image_url: number }
  /** Text fields of a multipart form, or the members of a JSON body; without the document itself. */
  fields: Record<string, unknown>
  /** As the caller named the file. */
  filename: string | null
}

/** Room for everything in a form that is not the document: its metadata, mostly. */
export const maxFieldsBytes = 1_048_576
