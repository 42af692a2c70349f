import 'server-only'
import pLimit from 'p-limit'
import { z } from 'zod'
import { executionIdPattern } from '@/base/contract'
import { getSettings, publicUrl } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { once } from '@/lib/once'
import { readBody } from '@/lib/request-body'
import { recordFault } from '../faults-store'
import { isProcessed } from './deliveries-store'
import { isAuthentic, type SignedCall } from './signature'

/** What a call of the upstream is about: an execution, and our attempt's key where our metadata came back with it. */
export type WebhookEvent = { requestId: string; executionId: string; attemptKey: string | null }

/** A result of hundreds of pages with all its words; until the signature is known, few are held at once. */
const maxBodyBytes = 20_000_000
const readings = pLimit(3)

const payloadSchema = z.object({
  step_execution_id: z.string().regex(executionIdPattern),
  document_metadata: z
    .looseObject({ intray: z.object({ attempt: z.string() }).optional().catch(undefined) })
    .nullish()
    .catch(null),
})

/**
 * Reads a webhook call after making sure of its sender. Null where there is nothing to do: a call processed before, or one
 * about something other than a step. Throws webhook.not_configured, webhook.bad_signature and request.invalid.
 */
export async function readWebhook(request: Request): Promise<WebhookEvent | null> {
  const secret = getSettings().DOCUTRAY_WEBHOOK_SECRET
  if (!secret) throw new AppError('webhook.not_configured')
  const call = {
    body: await readings(() => readBody({ request, limitBytes: maxBodyBytes })),
    headers: readHeaders(request),
  }
  const now = new Date()
  const isGenuine = signedUrls(request).some((url) => isAuthentic({ call: { ...call, url }, secret, now }))
  if (!isGenuine) {
    await countForgery()
    throw new AppError('webhook.bad_signature')
  }
  const { requestId, event } = call.headers
  if (!requestId || !event?.startsWith('STEP_') || (await isProcessed(requestId))) return null
  const payload = payloadSchema.safeParse(parseJson(call.body))
  if (!payload.success) throw new AppError('request.invalid', { values: { problem: 'body' } })
  const { step_execution_id, document_metadata } = payload.data
  return { requestId, executionId: step_execution_id, attemptKey: document_metadata?.intray?.attempt ?? null }
}

const lastForgery = () => once('webhook forgery', () => ({ at: Number.NEGATIVE_INFINITY }))

/** A wrong secret looks the same as a stranger, whose calls write no more than a row a second. */
async function countForgery(): Promise<void> {
  const last = lastForgery()
  if (performance.now() - last.at < 1000) return
  last.at = performance.now()
  await recordFault({ operation: 'webhook', code: 'webhook.bad_signature', detail: null })
}

function readHeaders({ headers }: Request): SignedCall['headers'] {
  return {
    signature: headers.get('x-docutray-signature'),
    authSignature: headers.get('x-docutray-auth-signature'),
    timestamp: headers.get('x-docutray-timestamp'),
    requestId: headers.get('x-docutray-request-id'),
    event: headers.get('x-docutray-event'),
  }
}

/** The signature covers our address as the sender knows it: the public one, or the one this call came to. */
function signedUrls(request: Request): string[] {
  const { pathname } = new URL(request.url)
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  const scheme = request.headers.get('x-forwarded-proto') ?? new URL(request.url).protocol.slice(0, -1)
  return [`${publicUrl()}${pathname}`, `${scheme}://${host}${pathname}`]
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
