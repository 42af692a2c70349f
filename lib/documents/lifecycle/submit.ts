import 'server-only'
import { submitDocument } from '@/lib/docutray/calls/client'
import { endPauses, gateFor, pauseAfter } from '@/lib/docutray/pause'
import { endRefusal, listRefusals } from '@/lib/docutray/refusals-store'
import { upstreamIdentity, upstreamKind } from '@/lib/docutray/upstream'
import { AppError, type ErrorCode, toAppError } from '@/lib/errors'
import { fileStore } from '@/lib/files/stores'
import { keepTrying } from '@/lib/jobs/keep-trying'
import { runPump } from '@/lib/jobs/pump'
import { wakeWorker } from '@/lib/jobs/wake'
import { log } from '@/lib/log'
import { sentFile } from '../model/files/sent-file'
import { waitingReason } from '../model/status'
import {
  type AttemptRef,
  findExecutionId,
  hasAcceptedOthers,
  recordSending,
  toAttemptError,
} from './attempts-store'
import { adoptExecution } from './execution-store'
import { firstPollDelayMs } from './poll-interval'
import { readAllowance, reviewQuotaWaits } from './quota-hold'
import { settleAttempt } from './settle-store'
import {
  claimWaiting,
  findNextSubmission,
  listAbandoned,
  recordAccepted,
  recordUncertain,
  renewLease,
  requeue,
  type Sending,
  sendingLeaseMs,
} from './submit-store'
import { deferWaiting, releaseKeyHold, releaseStep, releaseWaiting } from './waiting-store'

const concurrency = 4
const leaseRenewalMs = 20_000
const maxFailedTries = 8

export async function submitDue(): Promise<Date | null> {
  const nextDue = await sendDue()
  return (await findForgotten()) ? sendDue() : nextDue
}

function sendDue(): Promise<Date | null> {
  return runPump({
    queue: 'submit',
    concurrency,
    claim: claimDue,
    work: send,
    findNextDue: findNextSubmission,
  })
}

/** What no news would bring up: documents whose sender died, and those that wait for pages or a key that came back. */
async function findForgotten(): Promise<boolean> {
  const abandoned = await listAbandoned()
  for (const document of abandoned) await settleUnseen({ ...document, wasSent: document.sentAt !== null })
  const hasPages = await reviewQuotaWaits()
  const hasKey = (await listRefusals()).length === 0 && (await releaseKeyHold())
  return abandoned.length > 0 || hasPages || hasKey
}

async function claimDue(limit: number): Promise<Sending[]> {
  const gate = await gateFor('submissions')
  if (gate.state === 'held') {
    await deferWaiting({ reason: waitingReason(gate.pause.code), until: gate.pause.until })
    return []
  }
  const isOneUnderWay = limit < concurrency
  if (gate.state === 'probing' && isOneUnderWay) return []
  return claimWaiting({
    limit: gate.state === 'probing' ? 1 : limit,
    leaseMs: sendingLeaseMs,
    allowance: await readAllowance(),
  })
}

async function send(document: Sending): Promise<void> {
  const { documentId } = document
  const renewal = setInterval(
    () =>
      renewLease({ documentId, leaseMs: sendingLeaseMs }).catch((error) =>
        log.warn({ err: error }, 'lease not renewed'),
      ),
    leaseRenewalMs,
  )
  try {
    const accepted = await submit(document).catch((thrown) =>
      handleFailure({ document, error: toAppError(thrown) }),
    )
    if (accepted) await follow({ document, executionId: accepted.executionId })
  } finally {
    clearInterval(renewal)
  }
}

/**
 * Nothing that goes wrong from here on may put the document back in line: the upstream has it. By which id, we alone
 * know, so that is written down however long the database is away, even where the document was called uncertain since.
 */
async function follow({ document, executionId }: { document: Sending; executionId: string }): Promise<void> {
  const firstPollAt = new Date(Date.now() + firstPollDelayMs({ ...document, upstream: upstreamKind() }))
  const accepted = { ...document, executionId, firstPollAt, confirmedBy: 'submit' } as const
  await keepTrying(async () => (await recordAccepted(accepted)) || adoptExecution(accepted))
  if (await endPauses(['calls', 'submissions'])) await releaseWaiting()
  if (await endRefusal(`step:${document.stepId}`)) await releaseStep(document.stepId)
  await wakeWorker('track')
}

async function submit(document: Sending): Promise<{ executionId: string }> {
  const { documentId } = document
  const { key, name, contentType, bytes } = sentFile(document)
  if (!key) throw new AppError('document.original_gone')
  return submitDocument({
    ...document,
    name,
    contentType,
    bytes,
    open: () => fileStore().open({ key }),
    metadata: { ...document.metadata, intray: { document: documentId, attempt: document.key } },
    onSending: () => recordSending(document),
  })
}

type Failed = AttemptRef & { startedAt: Date; failedTries: number }

/** What becomes of a document that was not accepted: a refusal ends it, an unseen answer is settled, all else waits. */
async function handleFailure({
  document,
  error,
}: {
  document: Sending
  error: AppError
}): Promise<undefined> {
  log.warn(
    { err: error.cause, code: error.code, documentId: document.documentId },
    'a document was not accepted',
  )
  if (endsAttempt.includes(error.code)) await fail({ ref: document, error })
  else if (error.code === 'upstream.forbidden') await holdStep({ document, error })
  else if (leavesUsUnsure.includes(error.code)) await settleUnseen({ ...document, wasSent: true, error })
  else await retryLater({ document, error })
}

/** Of each step that is refused to our key one document asks so often, whatever becomes of other steps. */
const stepRetryMs = 60_000

async function holdStep({ document, error }: { document: Sending; error: AppError }): Promise<void> {
  const { stepId } = document
  const until = new Date(Date.now() + stepRetryMs)
  const reason = waitingReason(error.code)
  await requeue({ ...document, reason, nextTryAt: until, error: toAttemptError(error) })
  await deferWaiting({ reason, until, stepId })
}

const endsAttempt: ErrorCode[] = ['upstream.refused', 'step.unknown', 'document.original_gone']
const leavesUsUnsure: ErrorCode[] = ['upstream.answer_not_seen', 'upstream.malformed']

/** Faults that may be the document's own; the others are the upstream's or ours, and wait for as long as it takes. */
const countedFaults: ErrorCode[] = [
  'upstream.faulty',
  'upstream.answer_not_seen',
  'upstream.malformed',
  'internal',
]

/**
 * Back in line. A fault counts against the document only while the upstream accepts others: in an outage nobody's
 * tries are used up.
 */
async function retryLater({ document, error }: { document: Failed; error: AppError }): Promise<void> {
  const isCounted =
    countedFaults.includes(error.code) &&
    (error.code === 'internal' ||
      (await hasAcceptedOthers({ documentId: document.documentId, since: document.startedAt })))
  const failedTries = document.failedTries + (isCounted ? 1 : 0)
  if (failedTries >= maxFailedTries) return fail({ ref: document, error })
  const pauseEnd =
    error.code === 'internal' ? new Date() : (await pauseAfter({ error, kind: 'submissions' })).until
  // A document at fault lets the others go first.
  const ownDelayMs = isCounted ? 1000 * 2 ** failedTries : 0
  await requeue({
    ...document,
    reason: waitingReason(error.code),
    nextTryAt: new Date(pauseEnd.getTime() + ownDelayMs),
    failedTries,
    error: toAttemptError(error),
  })
}

/** `sentTo` is the identity of the upstream it was sent to; this one unless it says otherwise. */
type Unseen = Failed & { wasSent: boolean; sentTo?: string | null; error?: AppError }

/**
 * A document whose answer nobody saw, because it was lost or because its sender died. What was not sent yet, or is
 * known to the engine by its key, is simply sent (again); the cloud, or an engine that is not the one it was sent to,
 * would count it twice, so there it is uncertain until a webhook or a person settles it.
 */
async function settleUnseen(document: Unseen): Promise<void> {
  const error = document.error ?? new AppError('upstream.answer_not_seen')
  const executionId = await findExecutionId(document)
  if (executionId) {
    await recordAccepted({ ...document, executionId, firstPollAt: new Date(), confirmedBy: 'webhook' })
    return
  }
  if (!document.wasSent) {
    return requeue({ ...document, reason: 'queue', nextTryAt: new Date(), error: null })
  }
  const isSentHere = (document.sentTo ?? upstreamIdentity()) === upstreamIdentity()
  if (upstreamKind() === 'engine' && isSentHere) return retryLater({ document, error })
  return recordUncertain({ ...document, error: toAttemptError(error) })
}

async function fail({ ref, error }: { ref: AttemptRef; error: AppError }): Promise<void> {
  await settleAttempt({
    ...ref,
    ending: {
      state: 'failed',
      finishedAt: new Date(),
      confirmedBy: endsAttempt.includes(error.code) ? 'submit' : 'desk',
      error: toAttemptError(error),
    },
  })
}
