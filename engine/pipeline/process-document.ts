import type { AcceptedContentType } from '@/lib/docutray/contract'
import { extract } from '../extract/extract'
import { toPaper } from '../extract/paper'
import { type JsonSchema, readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import { oncePer } from '../once-per'
import { readDocument } from '../readers/read-document'
import type { Reading } from '../readers/reading'
import { findStep, type StepDefinition, textPipeline } from '../steps/load-step'
import { assembleData } from './assemble-data'
import { completeDocument } from './complete-document'
import { describeDocument } from './describe-document'
import { DocumentError } from './document-error'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'

export type { ProcessedDocument } from './processed-document'

/** What is wanted of a document. */
export type Task = {
  /** Id of a pipeline: `invoice`, `receipt`, `document`, or `schema` for a schema alone. */
  pipeline: string
  /** The step's own schema; beside a pipeline it goes first. */
  schema?: JsonSchema
  /** How much text may be handed over for questions to a model; without it there are none. */
  questionCharacters?: number
}

export type DocumentToProcess = Task & {
  /** Where the bytes lie. */
  path: string
  contentType: AcceptedContentType
  filename?: string
}

/**
 * Reads one document and finds the values its pipeline asks for.
 * @throws DocumentError when the document cannot be read, with words meant for people.
 */
export async function processDocument(input: DocumentToProcess): Promise<ProcessedDocument> {
  const { path, contentType, ...task } = input
  return processReading({ ...task, reading: await readDocument({ path, contentType }) })
}

/**
 * Finds in what was read of a document the values its pipeline asks for.
 * @throws DocumentError when there is no such pipeline.
 */
export function processReading(input: Task & { reading: Reading }): ProcessedDocument {
  const { reading, pipeline, schema: own, questionCharacters } = input
  const step = findStep(pipeline)
  const schema = own ? readJsonSchema(own) : step ? schemaOf(step) : null
  if (!schema) throw new DocumentError(`This engine has no pipeline called "${pipeline}".`)
  if (!own && step?.documentType === textPipeline) {
    const { layout } = toPaper(reading)
    return {
      pages: reading.pages.length,
      data: describeDocument(layout),
      identification: identifyDocument(layout),
    }
  }
  const isTrade = step ? step.documentType !== textPipeline : null
  const extraction = extract({ reading, fields: readSchemaFields(schema), isTrade })
  const { layout } = extraction.paper
  return {
    pages: reading.pages.length,
    identification: identifyDocument(layout),
    ...completeDocument({
      schema,
      data: assembleData(extraction),
      layout,
      reading,
      isProven: extraction.isProven,
      documents: extraction.documents,
      questionCharacters,
    }),
  }
}

/** The steps are few and stay. */
const schemaOf = oncePer((step: StepDefinition) => readJsonSchema(step.schema))
