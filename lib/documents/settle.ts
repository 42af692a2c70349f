import 'server-only'
import type { ExecutionAnswer } from '../docutray/client'
import type { Ending } from './settle-store'
import type { Confirmation } from './status'

const maxDetailLength = 1000

/** How an execution ended in the upstream's eyes, or null while it has not. */
export function endingOf(given: { execution: ExecutionAnswer; confirmedBy: Confirmation }): Ending | null {
  const { execution, confirmedBy } = given
  const finishedAt = readInstant(execution.response_timestamp)
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

/** Pages belong to the month in which the upstream finished, so its own time counts where it gives one. */
function readInstant(timestamp: string | null | undefined): Date {
  const instant = new Date(timestamp ?? Number.NaN)
  return Number.isNaN(instant.getTime()) ? new Date() : instant
}

/** The contract allows text or an object (§3.1). */
function readError(error: ExecutionAnswer['error']): string | null {
  if (!error) return null
  const words = typeof error === 'string' ? error : (error.message ?? JSON.stringify(error))
  return String(words).slice(0, maxDetailLength)
}
