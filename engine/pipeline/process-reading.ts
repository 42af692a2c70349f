import { applyEInvoice } from '../fields/apply-e-invoice'
import { extractFields } from '../fields/extract-fields'
import { buildLayout } from '../fields/layout'
import type { StepDefinition } from '../fields/step-definition'
import type { Reading } from '../readers/reading'
import { assembleData } from './assemble-data'
import { checkValues } from './check-values'
import { describeDocument } from './describe-document'
import { identifyDocument } from './identify'
import type { ProcessedDocument } from './processed-document'

/** Finds in a document that has been read what a step asks for; a step without fields wants the text. */
export function processReading({
  reading,
  step,
}: {
  reading: Reading
  step: StepDefinition
}): ProcessedDocument {
  const pages = reading.pages.length
  if (step.fields.length === 0) {
    const layout = buildLayout(reading)
    return { pages, data: describeDocument(layout), identification: identifyDocument(layout) }
  }
  const printed = extractFields({ reading, step })
  const fields = applyEInvoice({ fields: printed, attachments: reading.attachments })
  return {
    pages,
    data: assembleData(fields),
    identification: identifyDocument(fields.layout),
    validation: checkValues(fields),
  }
}
