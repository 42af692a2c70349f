import { isObject, putAt } from '../extract/schema/paths'
import { checkData } from '../pipeline/check-document'
import { toValidation, withFindings } from '../pipeline/finding'
import { type LlmRequest, valueAt } from '../pipeline/llm-request'
import type { ExecutionResult } from '../pipeline/processed-document'
import type { Accepted } from './accept-answers'

/** The result with what was accepted of a model's answers, checked anew. What the rules found as well stays theirs. */
export function applyAnswers({
  result,
  accepted,
  llmRequest,
}: {
  result: ExecutionResult
  accepted: Accepted[]
  llmRequest: LlmRequest
}): ExecutionResult {
  const { _validation, ...data } = structuredClone(result.data)
  const news = accepted.filter(
    ({ path, value }) => JSON.stringify(valueAt({ tree: data, path })) !== JSON.stringify(value),
  )
  if (news.length === 0) return result
  const evidence = isObject(data._evidence) ? data._evidence : {}
  for (const { path, value, evidence: proof } of news) {
    putAt({ target: data, path, value })
    putAt({ target: evidence, path, value: proof })
  }
  const { schema, isProven, lasting } = llmRequest
  const isStillProven =
    isProven && !news.some(({ path }) => ['subtotal', 'tax', 'total'].includes(path.join('.')))
  const complete = { ...data, _evidence: evidence }
  const findings = [...lasting, ...checkData({ schema, data: complete, isProven: isStillProven })]
  return { ...result, data: withFindings({ data: complete, findings }), validation: toValidation(findings) }
}
