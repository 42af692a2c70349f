import { expect, test } from 'vitest'
import { type Operation, readRetryAfter, toUpstreamError } from './upstream-error'

const answer = (reply: { status: number; json?: unknown; operation?: Operation; retryAfter?: string }) =>
  toUpstreamError({
    operation: reply.operation ?? 'submit',
    status: reply.status,
    headers: reply.retryAfter ? { 'retry-after': reply.retryAfter } : {},
    json: reply.json,
  })

const message = (text: string) => ({ message: text })

test('each documented refusal of a submission has its own code', () => {
  const code = (status: number) => answer({ status, json: message('in its own words') }).code
  expect(
    Object.fromEntries([400, 401, 402, 403, 404, 408, 413, 415, 429, 500, 503].map((s) => [s, code(s)])),
  ).toEqual({
    400: 'upstream.refused',
    401: 'upstream.unauthorized',
    402: 'upstream.quota_exceeded',
    403: 'upstream.forbidden',
    404: 'step.unknown',
    408: 'upstream.refused',
    413: 'upstream.refused',
    415: 'upstream.refused',
    429: 'upstream.rate_limited',
    500: 'upstream.faulty',
    503: 'upstream.faulty',
  })
})

test('the words of a validation error reach the person', () => {
  const error = answer({
    status: 400,
    json: { message: 'Validation error', errors: ['Image file is required'] },
  })
  expect(error.details.detail).toBe('Validation error: Image file is required')
})

test('an execution that is not known, not ours or misnamed is gone', () => {
  for (const status of [400, 403, 404]) {
    const error = answer({ status, operation: 'status', json: message('Execution not found') })
    expect(error.code).toBe('upstream.execution_gone')
  }
})

test('a 5xx of something in between leaves open whether the document arrived, save a 503', () => {
  expect(answer({ status: 502 }).code).toBe('upstream.answer_not_seen')
  expect(answer({ status: 504 }).code).toBe('upstream.answer_not_seen')
  expect(answer({ status: 503 }).code).toBe('upstream.faulty')
})

test('a 403 is about our key, whoever says it; of an execution it is about that alone', () => {
  const codes = (['submit', 'usage', 'steps', 'status'] as const).map(
    (operation) => answer({ status: 403, operation }).code,
  )
  expect(codes).toEqual(['upstream.forbidden', 'upstream.forbidden', 'upstream.forbidden', 'upstream.faulty'])
})

test('a 404 in nobody’s words is a wrong address, not an unknown step', () => {
  expect(answer({ status: 404 }).code).toBe('upstream.faulty')
})

test('a 429 is waited for as long as header or body ask, the longer of the two', () => {
  const body = { error: 'Rate limit exceeded', retryAfter: 12 }
  expect(answer({ status: 429, json: body, retryAfter: '30' }).details.retryAfterSeconds).toBe(30)
  expect(answer({ status: 429, json: body, retryAfter: '3' }).details.retryAfterSeconds).toBe(12)
  expect(answer({ status: 429 }).details.retryAfterSeconds).toBe(15)
})

test('a spent quota tells when it begins anew', () => {
  const json = {
    error: 'Monthly conversion quota exceeded',
    quota: 100,
    used: 100,
    resetDate: '2026-12-01T03:00:00.000Z',
  }
  expect(answer({ status: 402, json }).details).toMatchObject({
    quota: 100,
    used: 100,
    resetDate: json.resetDate,
  })
  expect(answer({ status: 402, json: { ...json, resetDate: 'soon' } }).details.resetDate).toBeUndefined()
})

const now = new Date('2026-11-21T12:00:00Z')

test('whole and broken seconds are read, broken ones rounded up', () => {
  expect(readRetryAfter({ header: '30', now })).toBe(30)
  expect(readRetryAfter({ header: ' 1.2 ', now })).toBe(2)
})

test('an HTTP date is read as the seconds until then, a past one as none', () => {
  expect(readRetryAfter({ header: 'Sat, 21 Nov 2026 12:00:45 GMT', now })).toBe(45)
  expect(readRetryAfter({ header: 'Sat, 21 Nov 2026 11:00:00 GMT', now })).toBe(0)
})

test('a missing or senseless header says nothing', () => {
  expect(readRetryAfter({ header: undefined, now })).toBeNull()
  expect(readRetryAfter({ header: 'soon', now })).toBeNull()
})
