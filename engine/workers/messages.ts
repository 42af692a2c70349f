import type { AcceptedContentType } from '@/base/contract'
import type { JsonSchema } from '../extract/schema/json-schema'
import type { Questions } from '../pipeline/questions'
import type { ExecutionResult } from '../store/tables'

/** What a worker is told to read. */
export type DocumentToRead = {
  path: string
  contentType: AcceptedContentType
  filename?: string
  pipeline: string
  /** The step's own schema. */
  schema?: JsonSchema
  /** How much text may be handed over for questions to a model; without it there are none. */
  questionCharacters?: number
}

export type ReadDocument = { pages: number; questions?: Questions } & ExecutionResult

/** Sent while a document is being read and gets on. */
export type Progress = { kind: 'progress' }

/** `failed`: the document cannot be read, in words for people. `fault`: our own, for the log. */
export type WorkerReply =
  | { kind: 'read'; document: ReadDocument }
  | { kind: 'failed'; message: string }
  | { kind: 'fault'; detail: string }
