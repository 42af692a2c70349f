import 'server-only'
import { findPauses, type Pause } from './pause-store'
import { askUpstream } from './reachability'
import { listRefusals, type Refusal } from './refusals-store'
import type { UpstreamStanding } from './schema'

/** How we stand with the upstream, by its last answers to anybody. */
type Standing = {
  /** What it refuses us, the oldest first; none where our key is good. */
  refusals: Refusal[]
  /** Until when it asked for a pause. */
  limitedUntil: Date | null
  quota: SpentQuota | null
}

/** The upstream has no pages left for us; `resetsAt` where it said when it has again. */
export type SpentQuota = { since: Date; resetsAt: Date | null; nextTryAt: Date }

/** A key that was refused is tried again (without cost, and seldom): nobody may be calling who would notice. */
export async function readStanding(): Promise<Standing> {
  const known = await listRefusals()
  const isKeyRefused = known.some(({ subject }) => subject === 'key')
  if (isKeyRefused) await askUpstream()
  const [refusals, pauses] = await Promise.all([isKeyRefused ? listRefusals() : known, findPauses()])
  return {
    refusals,
    limitedUntil: limitEnd([pauses.calls, pauses.submissions, pauses.polls]),
    quota: toSpentQuota(pauses.submissions),
  }
}

export async function readSpentQuota(): Promise<SpentQuota | null> {
  return toSpentQuota((await findPauses()).submissions)
}

export async function describeStanding(): Promise<UpstreamStanding> {
  const { refusals, limitedUntil, quota } = await readStanding()
  const [oldest] = refusals
  const what = refusals.some(({ subject }) => subject === 'key') ? 'all' : 'steps'
  return {
    refused: oldest ? { what, since: oldest.since.toISOString() } : null,
    limitedUntil: limitedUntil?.toISOString() ?? null,
    quota: quota && {
      since: quota.since.toISOString(),
      resetsAt: quota.resetsAt?.toISOString() ?? null,
      nextTryAt: quota.nextTryAt.toISOString(),
    },
  }
}

function limitEnd(pauses: (Pause | null)[]): Date | null {
  const ends = pauses.flatMap((pause) =>
    pause?.code === 'upstream.rate_limited' && pause.until.getTime() > Date.now() ? [pause.until] : [],
  )
  return ends.sort((one, other) => other.getTime() - one.getTime())[0] ?? null
}

function toSpentQuota(pause: Pause | null): SpentQuota | null {
  if (pause?.code !== 'upstream.quota_exceeded') return null
  const { since, resetsAt, until } = pause
  if (resetsAt && resetsAt.getTime() <= Date.now()) return null
  return { since, resetsAt, nextTryAt: until }
}
