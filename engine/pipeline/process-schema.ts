import type { JsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import type { SchemaFields } from '../extract/schema/schema-field'
import type { ReadingAttempt } from '../readers/limits'
import type { Reading } from '../readers/reading'
import { assembleSchemaData } from '../schema/assemble-schema-data'
import { extractSchema, type SchemaFindings } from '../schema/extract-schema'
import { completeDocument } from './complete-document'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'

/** Longer scans are not read twice: the time would be out of proportion. */
const maxPagesReadTwice = 3

/**
 * Finds in a document what a step's own schema asks for. A scan that shows less than half of it is read a second
 * time at another size; the reading that shows more stands.
 */
export async function processSchema({
  schema,
  pipeline,
  read,
  questionCharacters,
}: {
  schema: JsonSchema
  /** Whose rules go first for the fields they know. */
  pipeline: string | null
  read: (attempt: ReadingAttempt) => Promise<Reading>
  questionCharacters?: number | undefined
}): Promise<ProcessedDocument> {
  const fields = readSchemaFields(schema)
  let reading = await read(1)
  let found = extractSchema({ reading, fields, pipeline })
  if (isWorthAnotherLook({ reading, found, fields })) {
    const second = await read(2)
    const other = extractSchema({ reading: second, fields, pipeline })
    if (rate(other) > rate(found)) [reading, found] = [second, other]
  }
  return {
    pages: reading.pages.length,
    identification: identifyDocument(found.layout),
    ...completeDocument({
      schema,
      data: assembleSchemaData(found),
      layout: found.layout,
      reading,
      isProven: false,
      questionCharacters,
    }),
  }
}

function isWorthAnotherLook(input: {
  reading: Reading
  found: SchemaFindings
  fields: SchemaFields
}): boolean {
  const { reading, found, fields } = input
  const isScan = reading.pages.some((page) => page.source === 'ocr' && page.words.length > 10)
  const wanted = fields.values.length + fields.lists.length
  return (
    isScan && reading.pages.length <= maxPagesReadTwice && found.values.size + found.lists.size < wanted / 2
  )
}

function rate({ values, lists }: SchemaFindings): number {
  const sure = [...values.values()].reduce((sum, { confidence }) => sum + confidence, 0)
  return sure + [...lists.values()].reduce((sum, rows) => sum + Math.min(3, rows.length), 0)
}
