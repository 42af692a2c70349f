import 'server-only'
import { Readable } from 'node:stream'
import { z } from 'zod'
import {
  type UpstreamSteps,
  type UpstreamUsage,
  type UpstreamWords,
  upstreamAcceptedSchema,
  upstreamExecutionSchema,
  upstreamStepsSchema,
  upstreamUsageSchema,
  upstreamWordsSchema,
} from '@/base/contract'
import { type AppError, type ErrorCode, toAppError } from '@/lib/errors'
import { wakeWorker } from '@/lib/jobs/wake'
import { expireOwnPauses } from '../pause-store'
import { endRefusal } from '../refusals-store'
import { upstreamKind } from '../upstream'
import { multipartBody } from './multipart'
import { callUpstream, type UpstreamCall } from './request'

/** We hold the upstream to no more of its answers than we need. */
const acceptedSchema = upstreamAcceptedSchema.pick({ id: true })
const executionSchema = upstreamExecutionSchema.partial({ conversion_id: true, request_timestamp: true })

export type ExecutionAnswer = z.infer<typeof executionSchema>

type Submission = {
  stepId: string
  open: () => Promise<Readable>
  bytes: number
  name: string
  contentType: string
  metadata: Record<string, unknown>
  /** The attempt's key: the engine answers a repeated one with the first execution. */
  key: string
  /** Awaited right before the first byte goes out, when the request's turn has come. */
  onSending: () => Promise<void>
}

/**
 * Queues one document upstream and says by which id it is known there. Throws, with nothing enqueued:
 * upstream.unauthorized, forbidden, quota_exceeded, rate_limited, refused, unreachable, faulty and step.unknown; not knowing
 * whether it was: upstream.answer_not_seen and malformed.
 */
export async function submitDocument({
  metadata,
  name,
  contentType,
  bytes,
  open,
  stepId,
  key,
  onSending,
}: Submission): Promise<{ executionId: string }> {
  const { headers, body } = multipartBody({
    fields: { document_metadata: JSON.stringify(metadata) },
    file: {
      field: 'image',
      name,
      contentType,
      bytes,
      open,
    },
  })
  const accepted = await callUpstream({
    operation: 'submit',
    method: 'POST',
    path: `/api/steps-async/${encodeURIComponent(stepId)}`,
    stepId,
    headers: { ...headers, 'Idempotency-Key': key },
    body,
    onSending,
    schema: acceptedSchema,
  })
  return { executionId: accepted.id }
}

/** How an execution stands. Throws upstream.execution_gone where it is not known (any more). */
export function getExecution(id: string): Promise<ExecutionAnswer> {
  return callUpstream({
    operation: 'status',
    path: `/api/steps-async/status/${encodeURIComponent(id)}`,
    schema: executionSchema,
  })
}

/** What was read on some pages, both ends included; null where none are kept of it, as the cloud keeps none. */
export async function getWords({
  id,
  from,
  to,
}: {
  id: string
  from: number
  to: number
}): Promise<UpstreamWords | null> {
  if (upstreamKind() === 'cloud') return null
  const path = `/api/steps-async/words/${encodeURIComponent(id)}?from=${from}&to=${to}`
  try {
    return await callUpstream({ operation: 'words', path, schema: upstreamWordsSchema })
  } catch (thrown) {
    if (toAppError(thrown).code === 'upstream.execution_gone') return null
    throw thrown
  }
}

/** What the upstream counted in a calendar month, `month` 1–12. */
export function getUsage({ year, month }: { year: number; month: number }): Promise<UpstreamUsage> {
  return callUpstream({
    operation: 'usage',
    path: `/api/usage?year=${year}&month=${month}`,
    schema: upstreamUsageSchema,
  })
}

/** The steps the upstream lists; none from the cloud, whose API lists none. */
export async function listSteps(): Promise<UpstreamSteps['steps']> {
  if (upstreamKind() === 'cloud') return []
  const { steps } = await callUpstream({
    operation: 'steps',
    path: '/api/steps',
    schema: upstreamStepsSchema,
  })
  return steps
}

/**
 * Asks for a step by a submission without a document: nothing can be queued or counted by it, and an upstream that looks
 * at the step first (contract §2.3) tells whether it is known. The code of its refusal; null where it refuses nothing.
 */
export async function checkStep(stepId: string): Promise<ErrorCode | null> {
  try {
    await callUpstream({
      operation: 'check',
      method: 'POST',
      path: `/api/steps-async/${encodeURIComponent(stepId)}`,
      headers: { 'Content-Type': 'application/json', 'Content-Length': '2' },
      body: Readable.from([Buffer.from('{}')]),
      schema: z.unknown(),
    })
    return null
  } catch (thrown) {
    return toAppError(thrown).code
  }
}

type Measured = { tookMs: number | null; clockAheadMs: number | null; error: AppError | null }

/** A ping, with how long the answer took and how far the upstream's clock is ahead of ours. */
export async function measure(): Promise<Measured> {
  const measured: Measured = { tookMs: null, clockAheadMs: null, error: null }
  try {
    await ping(({ date, sentAt, answeredAt }) => {
      measured.tookMs = answeredAt - sentAt
      const told = Date.parse(date ?? '')
      // The header leaves out what is less than a second.
      if (!Number.isNaN(told)) measured.clockAheadMs = told + 500 - (sentAt + answeredAt) / 2
    })
  } catch (thrown) {
    measured.error = toAppError(thrown)
  }
  return measured
}

/**
 * Asks for something that costs nothing and is never limited (the current month's usage, contract §4).
 * Throws what keeps the upstream from answering.
 */
export async function ping(onAnswer: UpstreamCall<z.ZodType>['onAnswer'] = () => undefined): Promise<void> {
  await callUpstream({ operation: 'usage', path: '/api/usage', schema: upstreamUsageSchema, onAnswer })
  if (!(await endRefusal('key'))) return
  // Nobody has to wait for the end of a pause that was for the key.
  await expireOwnPauses(['calls'])
  await wakeWorker('submit')
}
