import type { ProcessedDocument } from '@/engine/pipeline/processed-document'

/** Sent while a document is being read and gets on. */
export type Progress = { kind: 'progress' }

/** `failed`: the document cannot be read, in words for people. `fault`: our own, for the log. */
export type WorkerReply =
  | { kind: 'read'; document: ProcessedDocument }
  | { kind: 'failed'; message: string }
  | { kind: 'fault'; detail: string }

/** What a document's owner is told when the document is not to blame; the log has the details. */
export const engineFault = 'The document could not be read because of a fault in the engine.'
