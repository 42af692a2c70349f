import 'server-only'
import { type Month, type MonthSpan, monthKey, monthSpan } from '@/base/calendar'
import { organisationTimeZone } from '../env'
import type { LedgerSum, UpstreamSum } from './figures'
import { sumLedger } from './ledger-store'
import { findUpstreamSums } from './months-store'

export type KnownMonth = {
  month: Month
  span: MonthSpan
  upstream: UpstreamSum | undefined
  ledger: LedgerSum
}

export async function recallMonths(months: Month[]): Promise<KnownMonth[]> {
  const timeZone = organisationTimeZone()
  const spans = months.map((month) => ({ month, span: monthSpan({ month, timeZone }) }))
  const [upstream, ledger] = await Promise.all([findUpstreamSums(months), sumLedger(spans)])
  return spans.map(({ month, span }) => ({
    month,
    span,
    upstream: upstream.get(monthKey(month)),
    ledger: ledger.get(monthKey(month)) ?? { pages: 0, operations: 0, lastLineAt: null },
  }))
}
