import { db } from '@/lib/db/client'
import { documents } from '@/lib/documents/tables'
import { upstreamFaults, upstreamPause, upstreamRefusals } from '@/lib/docutray/tables'
import { ledgerLines } from '@/lib/usage/tables'
import type { StubUpstream } from '../../stubs/upstream'

/** A desk without documents, and an upstream with which all is well. */
export async function beginAnew({ behaviour, calls, executions }: StubUpstream): Promise<void> {
  Object.assign(behaviour, {
    refuse: undefined,
    refuseStatus: undefined,
    refuseUsage: undefined,
    words: undefined,
    losesAnswer: false,
    isIdempotent: false,
    submitDelayMs: 0,
    pollsUntilDone: 1,
    error: undefined,
    isKeyValid: true,
    clockOffMs: 0,
  })
  await db().delete(upstreamPause)
  await db().delete(upstreamRefusals)
  await db().delete(upstreamFaults)
  await db().delete(ledgerLines)
  await db().delete(documents)
  executions.length = 0
  Object.assign(calls, { submit: 0, status: 0, usage: 0 })
}
