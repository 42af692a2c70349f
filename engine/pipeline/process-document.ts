import type { AcceptedContentType } from '@/lib/docutray/contract'
import { type JsonSchema, readJsonSchema } from '../extract/schema/json-schema'
import { readDocument } from '../readers/read-document'
import type { Reading } from '../readers/reading'
import { findStep } from '../steps/load-step'
import { DocumentError } from './document-error'
import { processReading } from './process-reading'
import { processSchema } from './process-schema'
import type { ProcessedDocument } from './processed-document'

export type { ProcessedDocument } from './processed-document'

export type DocumentToProcess = {
  /** Where the bytes lie. */
  path: string
  contentType: AcceptedContentType
  filename?: string
  /** Id of a pipeline: `invoice`, `receipt`, `document`, or `schema` for a schema alone. */
  pipeline: string
  /** The step's own schema; the pipeline's rules go first for the fields that they know. */
  schema?: JsonSchema
  /** How much text may be handed over for questions to a model; without it there are none. */
  questionCharacters?: number
}

/**
 * Reads one document and finds the values its pipeline asks for.
 * @throws DocumentError when the document cannot be read, with words meant for people.
 */
export async function processDocument(input: DocumentToProcess): Promise<ProcessedDocument> {
  const { path, contentType, pipeline, schema, questionCharacters } = input
  let reading: Promise<Reading> | undefined
  const read = () => {
    reading ??= readDocument({ path, contentType })
    return reading
  }
  const step = findStep(pipeline)
  if (schema) {
    const plain = readJsonSchema(schema)
    return processSchema({ schema: plain, pipeline: step ? pipeline : null, read, questionCharacters })
  }
  if (!step) throw new DocumentError(`This engine has no pipeline called "${pipeline}".`)
  return processReading({ step, read, questionCharacters })
}
