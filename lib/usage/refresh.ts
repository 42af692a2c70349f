import 'server-only'
import { monthKey } from '@/base/calendar'
import { getUsage } from '../docutray/calls/client'
import { log } from '../log'
import { once } from '../once'
import { withTimeout } from '../with-timeout'
import { hasNewerLine, isFresh } from './figures'
import type { KnownMonth } from './known-months'
import { saveUpstreamSum } from './months-store'

/** Completions are counted late, and the supplier corrects later still: a month is asked about for so long after its end. */
const graceMs = 10 * 24 * 60 * 60 * 1000
const restAfterFailureMs = 15_000
const restByHandMs = 2_000
/** A reader waits so long for the upstream; a later answer announces itself (months-store). */
const readerTimeoutMs = 2_000

/** Readers of all routes share one call per month. */
const calls = () =>
  once('usage calls', () => ({
    underWay: new Map<string, Promise<void>>(),
    failedAt: 0,
    askedAgainAt: new Map<string, number>(),
  }))

type Refresh = { months: KnownMonth[]; now: Date; timeoutMs?: number }

/**
 * Asks the upstream about the months whose answer is missing or old, and stores what it says. Where it does not answer
 * in time, older figures stand.
 */
export async function refreshMonths({ months, now, timeoutMs = readerTimeoutMs }: Refresh): Promise<void> {
  const due = months.filter((known) => isDue({ known, now }))
  if (due.length === 0 || now.getTime() - calls().failedAt < restAfterFailureMs) return
  await withTimeout({ work: Promise.all(due.map(ask)), timeoutMs, otherwise: null })
}

/** By hand, whatever is known; what was asked a moment ago is not asked again. Throws what keeps it from answering. */
export async function refreshAgain({ month, span }: KnownMonth): Promise<void> {
  const { askedAgainAt } = calls()
  const key = monthKey(month)
  if (performance.now() - (askedAgainAt.get(key) ?? Number.NEGATIVE_INFINITY) < restByHandMs) return
  await askUpstream({ month, span, isByHand: true })
  askedAgainAt.set(key, performance.now())
}

function isDue({ known, now }: { known: KnownMonth; now: Date }): boolean {
  const { upstream, ledger } = known
  if (!upstream) return true
  return !upstream.closed && (!isFresh({ upstream, now }) || hasNewerLine({ upstream, ledger }))
}

function ask(known: KnownMonth): Promise<void> {
  const { underWay } = calls()
  const key = monthKey(known.month)
  const asked = underWay.get(key) ?? fetchMonth(known).finally(() => underWay.delete(key))
  underWay.set(key, asked)
  return asked
}

async function fetchMonth({ month, span }: KnownMonth): Promise<void> {
  try {
    await askUpstream({ month, span })
  } catch (error) {
    calls().failedAt = Date.now()
    log.warn({ err: error, month: monthKey(month) }, 'the upstream did not say what the month has used')
  }
}

type Asked = Pick<KnownMonth, 'month' | 'span'> & { isByHand?: boolean }

async function askUpstream({ month, span, isByHand = false }: Asked): Promise<void> {
  // Taken before the call: what is counted while it runs may or may not be in the answer.
  const fetchedAt = new Date()
  const answer = await getUsage(month)
  const closed = fetchedAt.getTime() >= span.endsAt.getTime() + graceMs
  const sum = {
    pages: answer.successful_pages,
    operations: answer.successful_conversions,
    closed,
    fetchedAt,
  }
  await saveUpstreamSum({ month, sum, replacesClosed: isByHand })
}
