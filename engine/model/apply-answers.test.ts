import { expect, test } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { readJsonSchema } from '../extract/schema/json-schema'
import { checkFile } from '../pipeline/check-file'
import { toValidation, withFindings } from '../pipeline/finding'
import { toLlmRequest } from '../pipeline/llm-request'
import { applyAnswers } from './apply-answers'

const schema = readJsonSchema({
  type: 'object',
  properties: { ship: { type: 'string' }, port: { type: 'string' } },
})
const evidence = { page: 1, box: [0, 0, 1, 1], text: 'Hull', confidence: 0.5 }

function read() {
  const findings = checkFile({ notices: [{ code: 'print.too_small', pages: [2] }], documents: [] })
  const data = { ship: 'Aurora', _evidence: { ship: { ...evidence, text: 'Aurora' } } }
  const reading = pageOfText('Ship:  Aurora', 'bound for Hull')
  const llmRequest = toLlmRequest({ schema, data, findings, reading, isProven: false, maxPromptChars: 1000 })
  if (!llmRequest) throw new Error('The port is open.')
  return {
    result: { data: withFindings({ data, findings }), validation: toValidation(findings) },
    llmRequest,
  }
}

test('an answer is put beside what was found, with its evidence', () => {
  const { result, llmRequest } = read()
  const { data } = applyAnswers({
    result,
    llmRequest,
    accepted: [{ path: ['port'], value: 'Hull', evidence }],
  })
  expect(data).toMatchObject({ ship: 'Aurora', port: 'Hull', _evidence: { port: { text: 'Hull' } } })
})

test('what is to be said of the file is still said after an answer', () => {
  const { result, llmRequest } = read()
  const answered = applyAnswers({
    result,
    llmRequest,
    accepted: [{ path: ['port'], value: 'Hull', evidence }],
  })
  expect(answered.data._validation).toMatchObject([{ code: 'print.too_small' }])
  expect(answered.validation?.warnings.count).toBe(1)
})

test('an answer that says what was found already changes nothing', () => {
  const { result, llmRequest } = read()
  const accepted = [{ path: ['ship'], value: 'Aurora', evidence }]
  expect(applyAnswers({ result, llmRequest, accepted })).toBe(result)
})
