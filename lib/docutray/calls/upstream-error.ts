import { z } from 'zod'
import { upstreamQuotaErrorSchema, upstreamRateErrorSchema } from '@/base/contract'
import { AppError, type ErrorCode } from '@/lib/errors'

/** What a call was about: the contract gives the same status different meanings. */
export type Operation = 'submit' | 'status' | 'words' | 'usage' | 'steps' | 'check'

type UpstreamAnswer = {
  operation: Operation
  status: number
  headers: Record<string, string | string[] | undefined>
  /** The body as JSON, or undefined where it was none. */
  json: unknown
}

const defaultPauseSeconds = 15
const maxDetailLength = 500

/**
 * An answer that is no success, as our error (contract §2.3, §3.2). `details.detail` carries the upstream's own words,
 * `details.retryAfterSeconds` what a 429 asked for, `details.resetDate` when a spent quota begins anew.
 *
 * An answer in the contract's own words is the API's refusal: nothing was enqueued. A 5xx of other words came from
 * something in between, which cannot know whether the API took the document, save a 503, which says it did not.
 */
export function toUpstreamError(answer: UpstreamAnswer): AppError {
  const detail = readDetail(answer.json)
  const isOfExecution = answer.operation === 'status' || answer.operation === 'words'
  const details = { status: answer.status, ...(detail ? { detail } : {}) }
  switch (answer.status) {
    case 401:
      return new AppError('upstream.unauthorized', { details })
    case 402:
      return new AppError('upstream.quota_exceeded', { details: { ...details, ...readReset(answer.json) } })
    case 429: {
      const retryAfterSeconds = readPause(answer)
      return new AppError('upstream.rate_limited', { details: { ...details, retryAfterSeconds } })
    }
    case 403:
      if (isOfExecution && detail) return new AppError('upstream.execution_gone', { details })
      return new AppError(isOfExecution ? 'upstream.faulty' : 'upstream.forbidden', { details })
    case 404:
      if (!detail) return new AppError('upstream.faulty', { details })
      return new AppError(unknownAddress[answer.operation], { details })
    case 400:
    case 408:
    case 413:
    case 415:
    case 422:
      if (isOfExecution) return new AppError('upstream.execution_gone', { details })
      return new AppError('upstream.refused', { details })
  }
  if (answer.status >= 500 && answer.status !== 503 && !detail) {
    return new AppError('upstream.answer_not_seen', { details })
  }
  return new AppError('upstream.faulty', { details })
}

/** The upstream's own words, where it gave any. */
export function detailOf({ details: { detail } }: AppError): string | null {
  return typeof detail === 'string' ? detail : null
}

const unknownAddress = {
  submit: 'step.unknown',
  check: 'step.unknown',
  status: 'upstream.execution_gone',
  words: 'upstream.execution_gone',
  usage: 'upstream.faulty',
  steps: 'upstream.faulty',
} as const satisfies Record<Operation, ErrorCode>

const wordsSchema = z.union([
  z.object({ message: z.string(), errors: z.array(z.string()).optional() }),
  z.object({ error: z.string() }).transform(({ error }) => ({ message: error, errors: undefined })),
])

/** The upstream's own words, or null where the body is not the contract's. */
function readDetail(json: unknown): string | null {
  const parsed = wordsSchema.safeParse(json)
  if (!parsed.success) return null
  const { message, errors } = parsed.data
  return (errors?.length ? `${message}: ${errors.join('; ')}` : message).slice(0, maxDetailLength)
}

function readReset(json: unknown): { resetDate?: string; quota?: number; used?: number } {
  const parsed = upstreamQuotaErrorSchema.safeParse(json)
  if (!parsed.success) return {}
  const { quota, used, resetDate } = parsed.data
  return Number.isNaN(Date.parse(resetDate)) ? { quota, used } : { quota, used, resetDate }
}

function readPause({ headers, json }: UpstreamAnswer): number {
  const header = headers['retry-after']
  const fromHeader = readRetryAfter({ header: Array.isArray(header) ? header[0] : header, now: new Date() })
  const fromBody = upstreamRateErrorSchema.pick({ retryAfter: true }).safeParse(json)
  const asked = Math.max(fromHeader ?? 0, fromBody.success ? fromBody.data.retryAfter : 0)
  return asked > 0 ? asked : defaultPauseSeconds
}

/**
 * Seconds to wait by a `Retry-After` header, which is a number of seconds or an HTTP date (RFC 9110 §10.2.3).
 * Null where it says neither.
 */
export function readRetryAfter({ header, now }: { header: string | undefined; now: Date }): number | null {
  if (!header) return null
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header))
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000))
}
