import type { DocumentState } from './status'
import type { UsualTime } from './times/usual-time'

/** `overdue`: longer than 19 of 20 like it. `stuck`: so long that a person should look at it. Flags, not states. */
export type Lateness = 'overdue' | 'stuck'

const minuteMs = 60_000
/** In line for others, a document may stand for long without anything being wrong. */
const stuckAfterMs: Partial<Record<DocumentState, number>> = {
  sending: 5 * minuteMs,
  enqueued: 30 * minuteMs,
}
const stuckReading = { leastMs: 5 * minuteMs, mostMs: 45 * minuteMs, unknownMs: 15 * minuteMs, times: 4 }

type TimeInState = { state: DocumentState; inStateMs: number; usual: UsualTime | null }

/** Whether a document has been in its state for too long; `usual` is null where there is no history to say so. */
export function latenessOf({ state, inStateMs, usual }: TimeInState): Lateness | null {
  if (state !== 'processing')
    return inStateMs > (stuckAfterMs[state] ?? Number.POSITIVE_INFINITY) ? 'stuck' : null
  if (inStateMs > stuckReadingMs(usual)) return 'stuck'
  return usual && inStateMs > usual.overdueMs ? 'overdue' : null
}

function stuckReadingMs(usual: UsualTime | null): number {
  if (!usual) return stuckReading.unknownMs
  const { leastMs, mostMs, times } = stuckReading
  return Math.min(mostMs, Math.max(leastMs, usual.overdueMs * times))
}
