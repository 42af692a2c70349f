import 'server-only'
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import { getSettings } from '@/lib/env'
import { AppError, type ErrorCode } from '@/lib/errors'
import { log } from '@/lib/log'
import { forget, once } from '@/lib/once'
import { recordFault } from '../faults-store'
import { recordRefusal } from '../refusals-store'
import { upstreamKind, upstreamUrl } from '../upstream'
import { parseAnswer } from './answer-json'
import { type Budget, createBudget } from './budget'
import { detailOf, type Operation, toUpstreamError } from './upstream-error'

export type UpstreamCall<Schema extends z.ZodType> = {
  operation: Operation
  path: string
  /** Which step is called for, where one is. */
  stepId?: string
  schema: Schema
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: Readable
  /** Awaited right before the request goes out. */
  onSending?: () => Promise<void>
  /** Told of every answer, refusals too. */
  onAnswer?: (answer: { date: string | null; sentAt: number; answeredAt: number }) => void
}

/** The engine in the box leaves the pace to us; the cloud's limits are not public, so they are approached with care. */
const limits = {
  cloud: { perSecond: 8, burst: 16, concurrency: 8 },
  engine: { perSecond: 40, burst: 40, concurrency: 8 },
}

/**
 * One call upstream within the shared budget: the key goes on, the answer is parsed by `schema`. Throws AppError alone,
 * and none of them carries the key: no request or header is ever put into an error.
 */
export async function callUpstream<Schema extends z.ZodType>(
  call: UpstreamCall<Schema>,
): Promise<z.output<Schema>> {
  const { budget } = upstream()
  try {
    return await budget.run(call.operation, () => send(call))
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    if (thrown.code === 'upstream.rate_limited') {
      budget.slowDown(call.operation, new Date(Date.now() + Number(thrown.details.retryAfterSeconds) * 1000))
    }
    await record({ call, error: thrown }).catch((error) => log.warn({ err: error }, 'a fault is not counted'))
    throw thrown
  }
}

async function record({
  call,
  error,
}: {
  call: Pick<UpstreamCall<z.ZodType>, 'operation' | 'stepId'>
  error: AppError
}) {
  const { operation, stepId } = call
  const { code } = error
  // A step that is asked for in a test may well be unknown: that is an answer.
  if (
    operation === 'check' ||
    isWithoutWords({ operation, code }) ||
    !(code.startsWith('upstream.') || code === 'step.unknown')
  )
    return
  const detail = detailOf(error)
  if (code === 'upstream.unauthorized') await recordRefusal({ subject: 'key', detail })
  // Of anything but a step it says nothing of the key, with which documents may well be accepted.
  if (code === 'upstream.forbidden' && stepId) await recordRefusal({ subject: `step:${stepId}`, detail })
  await recordFault({ operation, code, detail })
}

/** Of many executions none are kept: an answer, too. */
function isWithoutWords({ operation, code }: { operation: Operation; code: ErrorCode }): boolean {
  return operation === 'words' && code === 'upstream.execution_gone'
}

/** Calls of the kind wait out a pause the upstream asked for. */
export function isHeldBack(operation: Operation): boolean {
  return upstream().budget.isPaused(operation)
}

export async function closeUpstream(): Promise<void> {
  const open = forget<Upstream>('upstream')
  await Promise.all([open?.reading.destroy(), open?.submitting.destroy()])
}

async function send<Schema extends z.ZodType>(call: UpstreamCall<Schema>): Promise<z.output<Schema>> {
  const key = getSettings().DOCUTRAY_API_KEY
  if (!key) throw new AppError('upstream.unauthorized')
  await call.onSending?.()
  const answer = await exchange({ call, key })
  if (answer.status < 200 || answer.status > 299)
    throw toUpstreamError({ ...answer, operation: call.operation })
  const parsed = call.schema.safeParse(answer.json)
  if (!parsed.success) throw new AppError('upstream.malformed', { cause: parsed.error })
  return parsed.data
}

async function exchange<Schema extends z.ZodType>({
  call,
  key,
}: {
  call: UpstreamCall<Schema>
  key: string
}) {
  try {
    const sentAt = Date.now()
    const { statusCode, headers, body } = await request(upstreamUrl(call.path), {
      dispatcher: call.body ? upstream().submitting : upstream().reading,
      method: call.method ?? 'GET',
      headers: { ...call.headers, Accept: 'application/json', Authorization: `Bearer ${key}` },
      ...(call.body ? { body: call.body } : {}),
    })
    call.onAnswer?.({ date: headers.date?.toString() ?? null, sentAt, answeredAt: Date.now() })
    // An upstream that repeats the key in its words must not bring it to anybody's eyes.
    const text = (await body.text()).replaceAll(key, '[key]')
    return { status: statusCode, headers, json: parseAnswer(text) }
  } catch (thrown) {
    throw toConnectionError(thrown)
  } finally {
    call.body?.destroy()
  }
}

/**
 * What broke a call: our own reading of the file (as it is), the way there (nothing was sent), or the exchange itself,
 * of which the upstream may have seen everything.
 */
function toConnectionError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const causes: unknown[] = thrown instanceof AggregateError ? thrown.errors : [thrown]
  return new AppError(causes.every(isOnTheWay) ? 'upstream.unreachable' : 'upstream.answer_not_seen', {
    cause: thrown,
  })
}

function isOnTheWay(cause: unknown): boolean {
  const { code, syscall } = cause as { code?: unknown; syscall?: unknown }
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  return code === 'UND_ERR_CONNECT_TIMEOUT' || /CERT|SSL|TLS/.test(String(code))
}

/** Without a sign of life for so long a call counts as lost; of a submission that is costly to believe. */
const readingTimeouts = { connectTimeout: 10_000, headersTimeout: 30_000, bodyTimeout: 30_000 }
const submittingTimeouts = { connectTimeout: 10_000, headersTimeout: 300_000, bodyTimeout: 300_000 }

type Upstream = { budget: Budget<Operation>; reading: Agent; submitting: Agent }

const upstream = () =>
  once<Upstream>('upstream', () => ({
    budget: createBudget(limits[upstreamKind()]),
    reading: new Agent(readingTimeouts),
    // A connection kept alive may be closed by the other side just as we send, which would leave us not knowing
    // whether the document arrived; so each submission takes a fresh one (pipelining 0 keeps none).
    submitting: new Agent({ ...submittingTimeouts, pipelining: 0 }),
  }))
