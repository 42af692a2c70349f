import { buildLayout } from '../extract/layout/layout'
import { readJsonSchema } from '../extract/schema/json-schema'
import type { StepDefinition } from '../fields/step-definition'
import { oncePer } from '../once-per'
import type { ReadingAttempt } from '../readers/limits'
import type { Reading } from '../readers/reading'
import { assembleData } from './assemble-data'
import { completeDocument } from './complete-document'
import { describeDocument } from './describe-document'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'
import { extractWithSecondLook } from './second-look'

/** Finds in a document what a step asks for; a step without fields wants the text. `read` reads it when told to. */
export async function processReading({
  step,
  read,
  questionCharacters,
}: {
  step: StepDefinition
  read: (attempt: ReadingAttempt) => Promise<Reading>
  /** How much text may be handed over for questions to a model; without it there are none. */
  questionCharacters?: number | undefined
}): Promise<ProcessedDocument> {
  if (step.fields.length === 0) {
    const layout = buildLayout(await read(1))
    return {
      pages: layout.pages.length,
      data: describeDocument(layout),
      identification: identifyDocument(layout),
    }
  }
  const fields = await extractWithSecondLook({ step, read })
  const { layout, money } = fields
  return {
    pages: layout.pages.length,
    identification: identifyDocument(layout),
    ...completeDocument({
      schema: schemaOf(step),
      data: assembleData(fields),
      layout,
      reading: { pages: layout.pages.map(({ page }) => page), attachments: [] },
      isProven: money.isProven,
      questionCharacters,
    }),
  }
}

const schemaOf = oncePer((step: StepDefinition) => readJsonSchema(step.schema))
