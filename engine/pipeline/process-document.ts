import type { AcceptedContentType } from '@/lib/docutray/contract'
import { DocumentError } from './document-error'

export type DocumentToProcess = {
  /** Where the bytes lie. */
  path: string
  contentType: AcceptedContentType
  filename?: string
  /** Id of a pipeline: `invoice`, `receipt` or `document`. */
  pipeline: string
}

export type MessageList = { count: number; messages: string[] }

export type ProcessedDocument = {
  pages: number
  data: Record<string, unknown>
  identification?: { document_type: string; confidence: number }
  validation?: { errors: MessageList; warnings: MessageList }
}

/**
 * Reads one document and finds the values its pipeline asks for.
 * @throws DocumentError when the document cannot be read, with words meant for people.
 */
export async function processDocument(input: DocumentToProcess): Promise<ProcessedDocument> {
  throw new DocumentError(`This engine has no pipeline called "${input.pipeline}".`)
}
