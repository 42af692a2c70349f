import 'server-only'
import { daysLeft, type Month, monthSpan, recentMonths } from '@/base/calendar'
import { readSpentQuota, type SpentQuota } from '../docutray/standing'
import { organisationTimeZone } from '../env'
import { readDeskSettings } from '../settings/desk'
import { chooseFigure } from './figures'
import { forecast } from './forecast'
import { type KnownMonth, recallMonths } from './known-months'
import { pagesLeft, quotaLevel } from './quota'
import { refreshAgain, refreshMonths } from './refresh'
import type { RemainingPages, UsageMonth, UsageOverview } from './schema'

export async function readOverview({ months, now }: { months: number; now: Date }): Promise<UsageOverview> {
  const timeZone = organisationTimeZone()
  const wanted = recentMonths({ now, count: months, timeZone })
  const [figures, { monthlyPages: quota }, spent] = await Promise.all([
    readMonths({ wanted, now }),
    readDeskSettings(),
    readSpentQuota(),
  ])
  return { timeZone, quota, months: figures, current: describeCurrent({ figures, quota, spent, now }) }
}

type RemainingQuery = { now: Date; pending: number }

/** What is left of the current month; `pending` are pages accepted but not counted yet. */
export async function readRemaining({ now, pending }: RemainingQuery): Promise<RemainingPages> {
  const { timeZone, quota, current } = await readOverview({ months: 1, now })
  const { pages: used, left, level, spentUpstream } = current
  const resetsAt = spentUpstream?.resetsAt ?? current.resetsAt
  return { timeZone, quota, used, left, pending, level, resetsAt, spentUpstream }
}

/** `timeoutMs` is how long the upstream is waited for, where it is not the usual moment. */
type WantedMonths = { wanted: Month[]; now: Date; timeoutMs?: number }

/** The figures of these months, oldest first, as fresh as the upstream allows. */
export async function readMonths({ wanted, now, timeoutMs }: WantedMonths): Promise<UsageMonth[]> {
  await refreshMonths({ months: await recallMonths(wanted), now, ...(timeoutMs ? { timeoutMs } : {}) })
  return (await recallMonths(wanted)).map((known) => toUsageMonth({ known, now }))
}

/**
 * The figure of a month whose upstream was asked again just now, however long ago it ended: a supplier corrects when it
 * likes. Throws what keeps the upstream from answering.
 */
export async function readMonthAgain({ month, now }: { month: Month; now: Date }): Promise<UsageMonth> {
  for (const known of await recallMonths([month])) await refreshAgain(known)
  const [known] = await recallMonths([month])
  if (!known) throw new Error('no month was asked for')
  return toUsageMonth({ known, now })
}

function toUsageMonth({ known, now }: { known: KnownMonth; now: Date }): UsageMonth {
  const { month, upstream, ledger } = known
  const { asOf, ...figure } = chooseFigure({ upstream, ledger, now })
  const { pages, operations } = ledger
  return { ...month, ...figure, ledger: { pages, operations }, asOf: asOf.toISOString() }
}

type CurrentMonth = { figures: UsageMonth[]; quota: number | null; spent: SpentQuota | null; now: Date }

function describeCurrent({ figures, quota, spent, now }: CurrentMonth): UsageOverview['current'] {
  const current = figures.at(-1)
  if (!current) throw new Error('no month was asked for')
  const timeZone = organisationTimeZone()
  const span = monthSpan({ month: current, timeZone })
  const used = current.pages
  const projection = forecast({ used, quota, now, span })
  return {
    ...current,
    // The upstream's own count stands above the desk's quota: it has nothing left, whatever we counted.
    left: spent ? 0 : pagesLeft({ used, quota }),
    startsAt: span.startsAt.toISOString(),
    resetsAt: span.endsAt.toISOString(),
    daysLeft: daysLeft({ now, timeZone }),
    level: quotaLevel({ used, quota }),
    spentUpstream: spent && {
      since: spent.since.toISOString(),
      resetsAt: spent.resetsAt?.toISOString() ?? null,
    },
    projection: projection && {
      pages: projection.pages,
      exhaustsAt: projection.exhaustsAt?.toISOString() ?? null,
    },
  }
}
