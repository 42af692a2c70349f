import type { Questions } from './questions'

export type MessageList = { count: number; messages: string[] }

/** What the engine reports of a document that it has read. */
export type ProcessedDocument = {
  pages: number
  data: Record<string, unknown>
  identification?: { document_type: string; confidence: number }
  validation?: { errors: MessageList; warnings: MessageList }
  /** What a model may be asked before the document is done; absent when nothing is open or none is there. */
  questions?: Questions
}
