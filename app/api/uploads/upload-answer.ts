import 'server-only'
import type { FileOutcome } from '@/lib/documents/intake/ingest-form'
import type { Refusal, UploadOutcome } from '@/lib/documents/model/schema'
import type { AppError } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { requestTranslate } from '@/lib/i18n/request'
import type { Translate } from '@/lib/i18n/translate-messages'
import { log } from '@/lib/log'

/**
 * The reply to an upload, by whichever road it came: 201 with what was accepted and what was refused; where nothing
 * was accepted, the status and error of the first refusal.
 */
export function answerUpload({ request, outcomes }: { request: Request; outcomes: FileOutcome[] }): Response {
  const t = requestTranslate(request)
  const documents = outcomes.flatMap((outcome) => ('document' in outcome ? [outcome.document] : []))
  const refusals = outcomes.flatMap((outcome) => ('refusal' in outcome ? [outcome] : []))
  const refused = refusals.map(({ name, refusal }) => toRefusal({ t, name, error: refusal }))
  for (const { refusal } of refusals) logFault(refusal)

  const body: UploadOutcome = { documents, refused }
  const [first] = refusals
  if (documents.length > 0 || !first) return Response.json(body, { status: 201 })
  const { code, status, details } = first.refusal
  const error = { code, message: errorMessage(t, first.refusal), ...details }
  return Response.json({ error, ...body }, { status })
}

function toRefusal({ t, name, error }: { t: Translate; name: string; error: AppError }): Refusal {
  const { duplicateOf } = error.details
  return {
    name,
    code: error.code,
    message: errorMessage(t, error),
    ...(typeof duplicateOf === 'string' ? { duplicateOf } : {}),
  }
}

function logFault(refusal: AppError): void {
  if (refusal.status >= 500) log.error({ err: refusal.cause ?? refusal }, refusal.code)
}
