import type { AcceptedContentType } from '@/lib/docutray/contract'
import type { ExecutionResult } from '../store/tables'

/** What a worker is told to read. */
export type DocumentToRead = {
  path: string
  contentType: AcceptedContentType
  filename?: string
  pipeline: string
}

export type ReadDocument = { pages: number } & ExecutionResult

/** `failed`: the document cannot be read, in words for people. `fault`: our own, for the log. */
export type WorkerReply =
  | { kind: 'read'; document: ReadDocument }
  | { kind: 'failed'; message: string }
  | { kind: 'fault'; detail: string }
