import type { Layout } from '../extract/layout/layout'
import type { JsonSchema } from '../extract/schema/json-schema'
import type { PageRange } from '../extract/trade/split-documents'
import type { Reading } from '../readers/reading'
import { checkDocument } from './check-document'
import { checkFile } from './check-file'
import { toValidation, withFindings } from './finding'
import { toLlmRequest } from './llm-request'
import type { ProcessedDocument } from './processed-document'

/** Checks what was found and adds what the checks say and, when asked for, what is still open. */
export function completeDocument({
  schema,
  data,
  layout,
  reading,
  isProven,
  documents,
  maxPromptChars,
}: {
  schema: JsonSchema
  data: Record<string, unknown>
  layout: Layout
  reading: Reading
  isProven: boolean
  documents: PageRange[]
  maxPromptChars: number | undefined
}): Pick<ProcessedDocument, 'data' | 'validation' | 'llmRequest'> {
  const findings = [
    ...checkFile({ notices: reading.notices, documents }),
    ...checkDocument({ schema, data, layout, isProven }),
  ]
  const llmRequest =
    maxPromptChars === undefined
      ? null
      : toLlmRequest({ schema, data, findings, reading, isProven, maxPromptChars })
  return {
    data: withFindings({ data, findings }),
    validation: toValidation(findings),
    ...(llmRequest && { llmRequest }),
  }
}
