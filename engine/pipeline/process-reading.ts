import { buildLayout } from '../fields/layout'
import type { StepDefinition } from '../fields/step-definition'
import type { ReadingAttempt } from '../readers/limits'
import type { Reading } from '../readers/reading'
import { assembleData } from './assemble-data'
import { checkValues } from './check-values'
import { describeDocument } from './describe-document'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'
import { extractWithSecondLook } from './second-look'

/** Finds in a document what a step asks for; a step without fields wants the text. `read` reads it when told to. */
export async function processReading({
  step,
  read,
}: {
  step: StepDefinition
  read: (attempt: ReadingAttempt) => Promise<Reading>
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
  return {
    pages: fields.layout.pages.length,
    data: assembleData(fields),
    identification: identifyDocument(fields.layout),
    validation: checkValues(fields),
  }
}
