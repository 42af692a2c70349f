import { noteRefusal, personHeaders } from '@/lib/page/page-session'
import { readUploadReply, toProblemPhase, type UploadResult } from './upload-reply'

/**
 * Asks for the outcome of a complete upload whose answer was lost; `allowDuplicate` takes in what was refused as a
 * copy, without sending its bytes again.
 */
export async function fetchOutcome({
  uploadUrl,
  allowDuplicate = false,
}: {
  uploadUrl: string
  allowDuplicate?: boolean
}): Promise<UploadResult> {
  const lost: UploadResult = { phase: toProblemPhase({ code: 'line_lost' }), document: null }
  try {
    const response = await fetch(`${uploadUrl}/outcome`, {
      method: 'POST',
      headers: { ...personHeaders(), 'Content-Type': 'application/json' },
      body: JSON.stringify(allowDuplicate ? { duplicate: 'allow' } : {}),
    })
    const reply = readUploadReply({ status: response.status, body: await response.text() })
    return reply ? noted(withUrl({ reply, uploadUrl })) : lost
  } catch {
    return lost
  }
}

/** What the page as a whole must know of a refusal. */
export function noted(result: UploadResult): UploadResult {
  if ('problem' in result.phase) noteRefusal(result.phase.problem.code)
  return result
}

/** A refused copy stays on the server for a while; its address is the way to take it in after all. */
export function withUrl({
  reply,
  uploadUrl,
}: {
  reply: UploadResult
  uploadUrl: string | null
}): UploadResult {
  return reply.phase.kind === 'duplicate' ? { ...reply, phase: { ...reply.phase, uploadUrl } } : reply
}
