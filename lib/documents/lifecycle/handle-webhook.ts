import 'server-only'
import { getExecution } from '@/lib/docutray/calls/client'
import type { WebhookEvent } from '@/lib/docutray/webhooks/read-webhook'
import { wakeWorker } from '@/lib/jobs/wake'
import type { AttemptRef } from './attempts-store'
import { adoptExecution, findAttempt } from './execution-store'
import { endingOf } from './settle'
import { recordLateSuccess } from './settle-store'
import { pollNow } from './track-store'

/**
 * The upstream says that something happened to an execution. What happened is asked, not believed: the call only
 * shortens the wait, and tells the id of an execution whose submission was never answered.
 */
export async function handleWebhook(event: Omit<WebhookEvent, 'requestId'>): Promise<void> {
  const attempt = await findAttempt(event)
  if (!attempt) return
  if (!attempt.executionId || attempt.documentState === 'uncertain') {
    await adoptExecution({ ...attempt, executionId: event.executionId, confirmedBy: 'webhook' })
  }
  if (!isFollowed(attempt)) return countIfSucceeded({ ...attempt, executionId: event.executionId })
  await pollNow(attempt)
  await wakeWorker('track')
}

type Known = NonNullable<Awaited<ReturnType<typeof findAttempt>>>

/** Of a cancelled document only what the upstream had surely accepted is followed. */
function isFollowed({ number, current, documentState, attemptState }: Known): boolean {
  if (number !== current) return false
  return documentState !== 'cancelled' || attemptState === 'enqueued' || attemptState === 'processing'
}

/** An attempt nobody follows any more, because a person gave it up while it was uncertain, may have cost pages. */
async function countIfSucceeded(attempt: AttemptRef & { executionId: string; startedAt: Date }) {
  const execution = await getExecution(attempt.executionId)
  const ending = endingOf({ execution, sentAt: attempt.startedAt, confirmedBy: 'webhook' })
  if (ending?.state === 'done') await recordLateSuccess({ ...attempt, finishedAt: ending.finishedAt })
}
