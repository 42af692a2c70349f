import 'server-only'
import { AppError, type ErrorCode, toAppError } from '../errors'
import { log } from '../log'
import { ping } from './calls/client'
import { deletePauses, findPauses, type Pause, type PauseScope, savePause } from './pause-store'
import { endRefusal } from './refusals-store'
import { upstreamKind } from './upstream'

/** `probing`: a pause is over, but nothing succeeded since, so one call at a time goes ahead. */
type Gate = { state: 'open' } | { state: 'probing' } | { state: 'held'; pause: Pause }

/** Failures of the way there or of our standing there: a ping can tell their end, so that no document has to. */
const endedByPing: ErrorCode[] = ['upstream.unreachable', 'upstream.unauthorized']

/** A spent quota may be raised any time, and a refused submission costs nothing, so a document asks now and then. */
const quotaRetryMs = 30_000
/** The engine in the box is soon up again when it falls, and a poll costs it nothing. */
const longestPauseMs = { cloud: 60_000, engine: 3000 }

type CallKind = 'submissions' | 'polls'

/**
 * Holds calls back after a failure: longer with each in a row, and as long as the upstream asked for. What concerns our
 * standing there or the way there holds all calls; anything else, a 429 too, only calls of the kind that met it.
 */
export async function pauseAfter({ error, kind }: { error: AppError; kind: CallKind }): Promise<Pause> {
  const scope: PauseScope = endedByPing.includes(error.code) ? 'calls' : kind
  const earlier = (await findPauses())[scope]
  // Calls that were under way together fail together: that is one failure.
  const isSameFailure = earlier !== null && earlier.until.getTime() > Date.now()
  const failures = (earlier?.failures ?? 0) + (isSameFailure ? 0 : 1)
  const until = new Date(
    Math.max(Date.now() + pauseMs({ error, failures }), isSameFailure ? earlier.until.getTime() : 0),
  )
  const since = earlier?.code === error.code ? earlier.since : new Date()
  const pause = { until, code: error.code, failures, since, resetsAt: resetOf(error) }
  await savePause({ scope, pause })
  if (!earlier) log.warn({ code: error.code, until }, 'calls to the upstream are paused')
  return pause
}

export async function gateFor(kind: CallKind): Promise<Gate> {
  const pauses = await findPauses()
  const onCalls = await callGate(pauses.calls)
  const ofKind = toGate(pauses[kind])
  return onCalls.state === 'held' || ofKind.state === 'open' ? onCalls : ofKind
}

/** After a success: the key is good, and failures begin to count anew. True where a pause ended by it. */
export async function endPauses(scopes: PauseScope[]): Promise<boolean> {
  await endRefusal('key')
  const hasEnded = await deletePauses(scopes)
  if (hasEnded) log.info({ scopes }, 'calls to the upstream go on')
  return hasEnded
}

async function callGate(pause: Pause | null): Promise<Gate> {
  const gate = toGate(pause)
  if (!pause || gate.state === 'held' || !endedByPing.includes(pause.code)) return gate
  try {
    await ping()
    // The way is free. Whether all is well only a real call can tell, so the failures are not forgotten yet.
    await savePause({ scope: 'calls', pause: { ...pause, code: 'upstream.faulty' } })
    return gate
  } catch (thrown) {
    const error = toAppError(thrown)
    const isSilent = error.code === 'upstream.answer_not_seen'
    const failure = isSilent ? new AppError('upstream.unreachable', { cause: error }) : error
    // Whatever answers in another way than before is there again: the next call will tell what is wrong.
    if (!endedByPing.includes(failure.code)) return gate
    return { state: 'held', pause: await pauseAfter({ error: failure, kind: 'submissions' }) }
  }
}

function toGate(pause: Pause | null): Gate {
  if (!pause) return { state: 'open' }
  return pause.until.getTime() > Date.now() ? { state: 'held', pause } : { state: 'probing' }
}

function pauseMs({ error, failures }: { error: AppError; failures: number }): number {
  const backOffMs =
    Math.min(longestPauseMs[upstreamKind()], 1000 * 2 ** (failures - 1)) * (0.8 + 0.4 * Math.random())
  if (error.code === 'upstream.rate_limited') {
    return Math.max(backOffMs, Number(error.details.retryAfterSeconds) * 1000)
  }
  if (error.code === 'upstream.quota_exceeded') {
    const untilResetMs = (resetOf(error)?.getTime() ?? 0) - Date.now()
    return untilResetMs > 0 ? Math.min(quotaRetryMs, Math.max(untilResetMs, backOffMs)) : quotaRetryMs
  }
  return backOffMs
}

function resetOf({ details }: AppError): Date | null {
  return typeof details.resetDate === 'string' ? new Date(details.resetDate) : null
}
