import 'server-only'
import { randomBytes } from 'node:crypto'
import pLimit from 'p-limit'
import { checkStep, measure } from '../docutray/calls/client'
import { isHeldBack } from '../docutray/calls/request'
import { detailOf } from '../docutray/calls/upstream-error'
import { countFaults } from '../docutray/faults-store'
import { endRefusal } from '../docutray/refusals-store'
import { readStanding } from '../docutray/standing'
import { describeUpstream } from '../docutray/upstream'
import { findLastDelivery } from '../docutray/webhooks/deliveries-store'
import { getSettings } from '../env'
import { AppError, type ErrorCode, rootMessage } from '../errors'
import { once } from '../once'
import type { Step } from '../steps/schema'
import { listVisibleSteps } from '../steps/store'
import { withTimeout } from '../with-timeout'
import type { ConnectionTest, TestOutcome } from './schema'

/** Whoever asks sooner is told what was found then. */
const restMs = 10_000
const answerTimeoutMs = 10_000
const stepTimeoutMs = 10_000
const faultsShownMs = 7 * 24 * 60 * 60 * 1000
/** Signatures of webhooks are good for five minutes. */
const clockToleranceMs = 60_000

/** What a test needs of documents. */
type OfDocuments = {
  /** When the upstream last accepted one for each of these steps. */
  listLastAccepted: (stepIds: string[]) => Promise<Map<string, Date>>
  /** Lets those of a step go that wait for our key. */
  releaseStep: (stepId: string) => Promise<void>
}
type TestRun = { endedAt: number | null; result: Promise<ConnectionTest> | null }
const lastRun = () => once<TestRun>('connection test', () => ({ endedAt: null, result: null }))

/** Tries everything the connection consists of, at no cost; one test at a time, and one each ten seconds. */
export function testConnection(ofDocuments: OfDocuments): Promise<ConnectionTest> {
  const run = lastRun()
  const isUnderWay = run.endedAt === null
  if (run.result && (isUnderWay || performance.now() - (run.endedAt ?? 0) < restMs)) return run.result
  const result = testAll(ofDocuments)
  Object.assign(run, { endedAt: null, result })
  result.then(
    () => Object.assign(run, { endedAt: performance.now() }),
    () => Object.assign(run, { result: null }),
  )
  return result
}

async function testAll({ listLastAccepted, releaseStep }: OfDocuments): Promise<ConnectionTest> {
  const at = new Date()
  const { host, hasKey } = describeUpstream()
  const hasSecret = getSettings().DOCUTRAY_WEBHOOK_SECRET !== undefined
  const { tookMs, clockAheadMs, error } = await measureInTime()
  const hasAnswered = tookMs !== null
  const isNotAsked = !hasKey || error?.code === 'upstream.rate_limited'
  const addressOutcome = hasAnswered ? 'good' : isNotAsked ? 'unknown' : 'bad'
  const steps = await listVisibleSteps()
  const since = new Date(at.getTime() - faultsShownMs)
  const stepsAsked = !error && !(await readStanding()).limitedUntil
  const [found, accepted, lastHeardAt, faults] = await Promise.all([
    stepsAsked ? checkSteps(steps) : new Map<string, ErrorCode>(),
    listLastAccepted(steps.map(({ id }) => id)),
    findLastDelivery(),
    countFaults(since),
  ])
  await endStepRefusals({ found, releaseStep })
  return {
    at: at.toISOString(),
    address: {
      outcome: addressOutcome,
      host,
      tookMs,
      problem: addressOutcome === 'bad' ? toProblem(error) : null,
    },
    key: { outcome: keyOutcome(error), problem: hasAnswered || !hasKey ? toProblem(error) : null },
    steps: steps.map(({ id, name }) => ({
      id,
      name,
      ...judgeStep(found.get(id)),
      acceptedAt: accepted.get(id)?.toISOString() ?? null,
    })),
    stepsAsked,
    webhook: {
      outcome: lastHeardAt ? 'good' : 'unknown',
      hasSecret,
      lastHeardAt: lastHeardAt?.toISOString() ?? null,
    },
    clock: { outcome: clockOutcome(clockAheadMs), aheadMs: clockAheadMs },
    faults: {
      since: since.toISOString(),
      kinds: faults.map((fault) => ({ ...fault, lastAt: fault.lastAt.toISOString() })),
    },
  }
}

/** Nobody waits out a pause that the upstream asked for, or a silence. */
async function measureInTime(): ReturnType<typeof measure> {
  const measured = await withTimeout({ work: measure(), timeoutMs: answerTimeoutMs, otherwise: null })
  if (measured) return measured
  const code = isHeldBack('usage') ? 'upstream.rate_limited' : 'upstream.answer_not_seen'
  return { tookMs: null, clockAheadMs: null, error: new AppError(code) }
}

/**
 * What the upstream says of each step; nothing where it does not look at the step before it looks for the document: a
 * step that cannot exist tells.
 */
async function checkSteps(steps: Step[]): Promise<Map<string, ErrorCode>> {
  const nobodys = await ask(`c${randomBytes(12).toString('hex')}`)
  if (nobodys !== 'step.unknown' && nobodys !== 'upstream.forbidden') return new Map()
  const oneOfFew = pLimit(4)
  const answers = await Promise.all(steps.map(async ({ id }) => [id, await oneOfFew(() => ask(id))] as const))
  return new Map(answers.flatMap(([id, code]) => (code ? [[id, code] as const] : [])))
}

type StepAnswers = Pick<OfDocuments, 'releaseStep'> & { found: Map<string, ErrorCode> }

/** A step found good is refused to our key no more, and no document has to be accepted to tell. */
async function endStepRefusals({ found, releaseStep }: StepAnswers): Promise<void> {
  for (const [stepId, code] of found) {
    if (judgeStep(code).outcome !== 'good') continue
    if (await endRefusal(`step:${stepId}`)) await releaseStep(stepId)
  }
}

function ask(stepId: string): Promise<ErrorCode | null> {
  return withTimeout({ work: checkStep(stepId), timeoutMs: stepTimeoutMs, otherwise: null })
}

/** That the document is missing is said only where the step is known. */
function judgeStep(
  code: ErrorCode | undefined,
): Pick<ConnectionTest['steps'][number], 'outcome' | 'problem'> {
  if (code === 'upstream.refused') return { outcome: 'good', problem: null }
  if (code === 'step.unknown' || code === 'upstream.forbidden') {
    return { outcome: 'bad', problem: { code, detail: null } }
  }
  return { outcome: 'unknown', problem: null }
}

function keyOutcome(error: AppError | null): TestOutcome {
  if (!error) return 'good'
  return error.code === 'upstream.unauthorized' ? 'bad' : 'unknown'
}

function clockOutcome(aheadMs: number | null): TestOutcome {
  if (aheadMs === null) return 'unknown'
  return Math.abs(aheadMs) <= clockToleranceMs ? 'good' : 'bad'
}

/** In the upstream's words, else in those of what kept us from it. */
function toProblem(error: AppError | null): ConnectionTest['key']['problem'] {
  if (!error) return null
  return { code: error.code, detail: detailOf(error) ?? (error.cause ? rootMessage(error.cause) : null) }
}
