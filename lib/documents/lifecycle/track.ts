import 'server-only'
import { type ExecutionAnswer, getExecution } from '@/lib/docutray/calls/client'
import { endPauses, gateFor, pauseAfter } from '@/lib/docutray/pause'
import { upstreamIdentity, upstreamKind } from '@/lib/docutray/upstream'
import { AppError, type ErrorCode, toAppError } from '@/lib/errors'
import { isClockTrue } from '@/lib/jobs/clock-watch'
import { runPump } from '@/lib/jobs/pump'
import { wakeWorker } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import type { DocumentState } from '../model/status'
import { findUsualTime } from '../model/times/usual-time'
import { toAttemptError } from './attempts-store'
import { markOtherUpstream } from './execution-store'
import { pollDelayMs } from './poll-interval'
import { endingOf } from './settle'
import { type Ending, settleAttempt } from './settle-store'
import {
  claimInFlight,
  deferPolls,
  findNextPoll,
  recordConfirmed,
  schedulePoll,
  type Tracked,
} from './track-store'
import { readUsualTimes } from './usual-times'
import { releaseWaiting } from './waiting-store'

const concurrency = 8
const leaseMs = 90_000
/** A state that did not change is told anew at most so often. */
const confirmationMs = 8000
/** The vendor gives processing up after 60 minutes (contract §3.3); some room is left for its answer. */
const maxProcessingMs = 65 * 60_000
/** In the box documents wait for one another, so the time in line there says nothing. */
const maxQueueMs = { cloud: maxProcessingMs, engine: 24 * 60 * 60_000 }
const maxGoneAnswers = 3
const goneRetryMs = 5000
const faultRetryMs = 10_000

/** Polls sent documents, each when its time has come, until none is due. One pump serves all open desks. */
export function trackDue(): Promise<Date | null> {
  return runPump({ queue: 'track', concurrency, claim: claimDue, work: poll, findNextDue: findNextPoll })
}

async function claimDue(limit: number): Promise<Tracked[]> {
  const gate = await gateFor('polls')
  if (gate.state === 'open') return claimInFlight({ limit, leaseMs })
  if (gate.state === 'probing') return limit < concurrency ? [] : claimInFlight({ limit: 1, leaseMs })
  await deferPolls(gate.pause.until)
  return []
}

async function poll(document: Tracked): Promise<void> {
  try {
    const execution = await getExecution(document.executionId)
    await recordAnswer({ document, execution })
  } catch (thrown) {
    await handleFailure({ document, error: toAppError(thrown) })
  }
}

async function recordAnswer({ document, execution }: { document: Tracked; execution: ExecutionAnswer }) {
  if (await endPauses(['calls', 'polls'])) await releaseWaiting()
  const sentAt = document.enqueuedAt ?? new Date()
  const ending = endingOf({ execution, sentAt, confirmedBy: 'poll' }) ?? timedOut(document)
  if (ending) return end({ document, ending })
  const state: DocumentState = execution.status === 'PROCESSING' ? 'processing' : 'enqueued'
  const since = state === document.state ? inStateSince(document) : Date.now()
  const inStateMs = Date.now() - since
  const usual = findUsualTime({ times: await readUsualTimes(), document })
  const delayMs = pollDelayMs({ ...document, state, inStateMs, usual, upstream: upstreamKind() })
  const nextTryAt = new Date(Date.now() + delayMs)
  const sinceToldMs = Math.abs(Date.now() - (document.confirmedAt?.getTime() ?? 0))
  if (state === document.state && sinceToldMs < confirmationMs) {
    return schedulePoll({ ...document, nextTryAt, failedTries: 0 })
  }
  return recordConfirmed({ ...document, state, nextTryAt })
}

/** Nothing is given up for the time it took by a clock that was set meanwhile. */
function timedOut(document: Tracked) {
  const limitMs = document.processingAt ? maxProcessingMs : maxQueueMs[upstreamKind()]
  if (Date.now() - inStateSince(document) < limitMs || !isClockTrue({ forMs: limitMs })) return null
  return failure(new AppError('upstream.timed_out'))
}

function inStateSince({ processingAt, enqueuedAt }: Tracked): number {
  return (processingAt ?? enqueuedAt ?? new Date()).getTime()
}

/** What the poll failed of: the execution is not known there any more, all calls are held, or just this one. */
async function handleFailure({ document, error }: { document: Tracked; error: AppError }): Promise<void> {
  if (error.code === 'upstream.execution_gone') return handleGone({ document, error })
  if (error.code === 'upstream.malformed' && timedOut(document)) {
    return end({ document, ending: failure(error) })
  }
  log.warn({ err: error.cause, code: error.code, documentId: document.documentId }, 'a poll was not answered')
  const nextTryAt = pausesAll.includes(error.code)
    ? (await pauseAfter({ error, kind: 'polls' })).until
    : new Date(Date.now() + faultRetryMs)
  await schedulePoll({ ...document, nextTryAt })
}

const pausesAll: ErrorCode[] = ['upstream.unreachable', 'upstream.unauthorized', 'upstream.rate_limited']

/**
 * A fresh execution may not be visible everywhere at once, so it is given up only after several such answers. One of
 * another upstream is not given up: it may well have ended there.
 */
async function handleGone({ document, error }: { document: Tracked; error: AppError }): Promise<void> {
  const failedTries = document.failedTries + 1
  if (failedTries < maxGoneAnswers) {
    return schedulePoll({ ...document, nextTryAt: new Date(Date.now() + goneRetryMs), failedTries })
  }
  const isSentHere = (document.sentTo ?? upstreamIdentity()) === upstreamIdentity()
  if (!isSentHere && document.state !== 'cancelled') return markOtherUpstream(document)
  await end({ document, ending: failure(error) })
}

async function end({ document, ending }: { document: Tracked; ending: Ending }): Promise<void> {
  await settleAttempt({ ...document, ending })
  if (ending.state === 'done') return
  // Its pages are free again, and somebody may be waiting for them.
  await wakeWorker('submit')
}

function failure(error: AppError) {
  return {
    state: 'failed',
    finishedAt: new Date(),
    confirmedBy: 'poll',
    error: toAttemptError(error),
  } as const
}
