import type { AcceptedContentType } from '@/lib/docutray/contract'
import { readDocument } from '../readers/read-document'
import { findStep } from '../steps/load-step'
import { DocumentError } from './document-error'
import { processReading } from './process-reading'
import type { ProcessedDocument } from './processed-document'

export type { ProcessedDocument } from './processed-document'

export type DocumentToProcess = {
  /** Where the bytes lie. */
  path: string
  contentType: AcceptedContentType
  filename?: string
  /** Id of a pipeline: `invoice`, `receipt` or `document`. */
  pipeline: string
}

/**
 * Reads one document and finds the values its pipeline asks for.
 * @throws DocumentError when the document cannot be read, with words meant for people.
 */
export async function processDocument(input: DocumentToProcess): Promise<ProcessedDocument> {
  const step = findStep(input.pipeline)
  if (!step) throw new DocumentError(`This engine has no pipeline called "${input.pipeline}".`)
  const { path, contentType } = input
  return processReading({ step, read: (attempt) => readDocument({ path, contentType, attempt }) })
}
