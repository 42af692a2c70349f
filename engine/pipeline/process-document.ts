import type { AcceptedContentType } from '@/base/contract'
import { extract } from '../extract/extract'
import { toPaper } from '../extract/paper/paper'
import { type JsonSchema, readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import { type PageRange, readingOf } from '../extract/trade/split-documents'
import { memoizeByRef } from '../extract/vocabulary/memoize-by-ref'
import { DocumentError } from '../readers/document-error'
import { readDocument } from '../readers/read-document'
import type { Reading } from '../readers/reading'
import { listWords } from '../words/list-words'
import { packWords } from '../words/pack-words'
import { assembleData } from './assemble-data'
import { checkFile } from './check-file'
import { completeDocument } from './complete-document'
import { describeDocument } from './describe-document'
import { toValidation, withFindings } from './finding'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'
import { findStep, type StepDefinition, textPipeline } from './steps/load-step'

export type { ProcessedDocument } from './processed-document'

export type Task = {
  /** Id of a pipeline: `invoice`, `receipt`, `document`, or `schema` for a schema alone. */
  pipeline: string
  /** The step's own schema; beside a pipeline it goes first. */
  schema?: JsonSchema
  /** Of the document's text that a model may be sent; without it none is asked. */
  maxPromptChars?: number
}

export type DocumentToProcess = Task & {
  path: string
  contentType: AcceptedContentType
  filename?: string
}

/**
 * Reads one document and finds the values its pipeline asks for.
 * @throws DocumentError when the document cannot be read or there is no such pipeline, with words meant for people.
 */
export async function processDocument(input: DocumentToProcess): Promise<ProcessedDocument> {
  const { path, contentType, ...task } = input
  schemaOfTask(task)
  const reading = await readDocument({ path, contentType })
  return { ...processReading({ ...task, reading }), words: listWords(reading).map(packWords) }
}

/**
 * Finds in what was read of a document the values its pipeline asks for.
 * @throws DocumentError when there is no such pipeline.
 */
export function processReading(input: Task & { reading: Reading }): ProcessedDocument {
  const { reading, pipeline, schema: own, maxPromptChars } = input
  const schema = schemaOfTask(input)
  const step = findStep(pipeline)
  if (!own && step?.documentType === textPipeline) return describeReading(reading)
  const isTrade = step ? step.documentType !== textPipeline : null
  const extraction = extract({ reading, fields: readSchemaFields(schema), isTrade })
  const layout = extraction.paper
  return {
    pages: reading.pages.length,
    identification: identifyDocument(layout),
    ...completeDocument({
      schema,
      data: assembleData(extraction),
      layout,
      reading: readingOfFirst({ reading, documents: extraction.documents }),
      isProven: extraction.isProven,
      documents: extraction.documents,
      maxPromptChars,
    }),
  }
}

/** A model is not asked about the pages of other invoices. */
function readingOfFirst({ reading, documents }: { reading: Reading; documents: PageRange[] }): Reading {
  const [range] = documents
  return range && documents.length > 1 ? readingOf({ reading, range }) : reading
}

function schemaOfTask({ pipeline, schema }: Task): JsonSchema {
  if (schema) return readJsonSchema(schema)
  const step = findStep(pipeline)
  if (!step) throw new DocumentError(`This engine has no pipeline called "${pipeline}".`)
  return schemaOf(step)
}

function describeReading(reading: Reading): ProcessedDocument {
  const layout = toPaper(reading)
  const findings = checkFile({ notices: reading.notices, documents: [] })
  return {
    pages: reading.pages.length,
    data: withFindings({ data: describeDocument(layout), findings }),
    identification: identifyDocument(layout),
    ...(findings.length > 0 && { validation: toValidation(findings) }),
  }
}

/** The steps are few and stay. */
const schemaOf = memoizeByRef((step: StepDefinition) => readJsonSchema(step.schema))
