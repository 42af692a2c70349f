import type { PackedPage } from '../words/pack-words'
import type { LlmRequest } from './llm-request'

export type MessageList = { count: number; messages: string[] }

/** What the engine reports of a document, as the contract's SUCCESS carries it. */
export type ExecutionResult = {
  data: Record<string, unknown>
  identification?: { document_type: string; confidence: number }
  validation?: { errors: MessageList; warnings: MessageList }
}

export type ProcessedDocument = ExecutionResult & {
  pages: number
  /** What a model may be asked before the document is done; absent when nothing is open or none is there. */
  llmRequest?: LlmRequest
  /** What was read on its pages. */
  words?: PackedPage[]
}
