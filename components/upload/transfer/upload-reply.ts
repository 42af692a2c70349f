import { type DocumentSummary, uploadOutcomeSchema } from '@/lib/documents/model/schema'
import { isErrorCode } from '@/lib/errors'
import { toReplyError } from '@/lib/fetch-json'
import type { UploadPhase, UploadProblem, UploadProblemCode } from './upload-item'

export type UploadResult = { phase: UploadPhase; document: DocumentSummary | null }

/** Problems that another try may cure; with all others the file itself would have to change. */
const retryable: readonly UploadProblemCode[] = [
  'line_lost',
  'file_gone',
  'internal',
  'server.busy',
  'storage.full',
  'storage.unreachable',
  'storage.refused',
  'auth.required',
  'auth.forbidden',
  'upload.incomplete',
  'upload.checksum_mismatch',
  'upload.too_many_open',
  'upload.not_found',
  'upload.out_of_step',
]

/** What the last answer to an upload means for its row; null where the answer carries no outcome and must be asked for. */
export function readUploadReply({ status, body }: { status: number; body: string }): UploadResult | null {
  const json = parseJson(body)
  const outcome = uploadOutcomeSchema.safeParse(json)
  const isGood = status >= 200 && status < 300
  const document = outcome.success ? outcome.data.documents[0] : undefined
  if (isGood && document) return { phase: { kind: 'received', documentId: document.id }, document }
  const refusal = outcome.success ? outcome.data.refused[0] : undefined
  if (refusal) return { phase: toProblemPhase(refusal, refusal.duplicateOf), document: null }
  if (isGood) return null
  const error = toReplyError({ status, json })
  return { phase: toProblemPhase(error, error.details.duplicateOf), document: null }
}

export function toProblemPhase(
  problem: { code: string; message?: string },
  duplicateOf?: unknown,
): UploadPhase {
  if (problem.code === 'document.duplicate')
    return {
      kind: 'duplicate',
      documentId: typeof duplicateOf === 'string' ? duplicateOf : null,
      uploadUrl: null,
    }
  const known = toProblem(problem)
  return { kind: retryable.includes(known.code) ? 'failed' : 'refused', problem: known }
}

function toProblem({ code, message }: { code: string; message?: string }): UploadProblem {
  const isLocal = code === 'line_lost' || code === 'file_gone'
  const known = isLocal || isErrorCode(code) ? code : 'internal'
  return { code: known, ...(message ? { message } : {}) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
