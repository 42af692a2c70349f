import 'server-only'
import type { ExecutionAnswer } from '@/lib/docutray/calls/client'
import type { Confirmation } from '../model/status'
import type { Ending } from './settle-store'

const maxDetailLength = 1000
/** How far the upstream's clock may be from ours. */
const clockToleranceMs = 10 * 60_000

type Answered = { execution: ExecutionAnswer; sentAt: Date; confirmedBy: Confirmation }

/** How an execution sent at `sentAt` ended in the upstream's eyes, or null while it has not. */
export function endingOf({ execution, sentAt, confirmedBy }: Answered): Ending | null {
  const finishedAt = finishedInstant({ timestamp: execution.response_timestamp, sentAt, now: new Date() })
  if (execution.status === 'SUCCESS') {
    return {
      state: 'done',
      finishedAt,
      confirmedBy,
      result: execution.data ?? {},
      validation: execution.validation ?? null,
      identification: execution.identification ?? null,
    }
  }
  if (execution.status !== 'ERROR') return null
  return {
    state: 'failed',
    finishedAt,
    confirmedBy,
    error: { code: 'upstream.failed', detail: readError(execution.error) },
  }
}

type FinishTime = { timestamp: string | null | undefined; sentAt: Date; now: Date }

/**
 * Pages belong to the month in which the upstream finished, so its own time counts; one that lies before the
 * submission or in the future is no time of this execution, and ours stands in.
 */
function finishedInstant({ timestamp, sentAt, now }: FinishTime): Date {
  const instant = Date.parse(timestamp ?? '')
  const isPlausible =
    instant >= sentAt.getTime() - clockToleranceMs && instant <= now.getTime() + clockToleranceMs
  return isPlausible ? new Date(instant) : now
}

/** The contract allows text or an object (§3.1). */
function readError(error: ExecutionAnswer['error']): string | null {
  if (!error) return null
  const words = typeof error === 'string' ? error : (error.message ?? JSON.stringify(error))
  return String(words).slice(0, maxDetailLength)
}
