import type { Layout } from '../extract/layout/layout'
import type { JsonSchema } from '../extract/schema/json-schema'
import type { PageRange } from '../extract/trade/split-documents'
import type { Reading } from '../readers/reading'
import { checkDocument } from './check-document'
import { checkFile } from './check-file'
import { toValidation, withFindings } from './finding'
import type { ProcessedDocument } from './processed-document'
import { toQuestions } from './questions'

/** Checks what was found and adds what the checks say and, when asked for, what is still open. */
export function completeDocument({
  schema,
  data,
  layout,
  reading,
  isProven,
  documents,
  questionCharacters,
}: {
  schema: JsonSchema
  data: Record<string, unknown>
  layout: Layout
  reading: Reading
  isProven: boolean
  documents: PageRange[]
  questionCharacters: number | undefined
}): Pick<ProcessedDocument, 'data' | 'validation' | 'questions'> {
  const findings = [
    ...checkFile({ notices: reading.notices, documents }),
    ...checkDocument({ schema, data, layout, isProven }),
  ]
  const questions =
    questionCharacters === undefined
      ? null
      : toQuestions({ schema, data, findings, reading, isProven, maxCharacters: questionCharacters })
  return {
    data: withFindings({ data, findings }),
    validation: toValidation(findings),
    ...(questions && { questions }),
  }
}
