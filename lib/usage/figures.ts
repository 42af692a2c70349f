import type { FigureSource } from './schema'

export type Sum = { pages: number; operations: number }

/** What our own ledger says of a month; `lastLineAt` is null without lines. */
export type LedgerSum = Sum & { lastLineAt: Date | null }

export type UpstreamSum = Sum & { closed: boolean; fetchedAt: Date }

type MonthFigures = { upstream: UpstreamSum | undefined; ledger: LedgerSum; now: Date }

/**
 * The figure of a month. The upstream's wins, since it is what is billed and sees other users of the key. Our ledger
 * speaks where the upstream never answered, or counted more after its last answer.
 */
export function chooseFigure({
  upstream,
  ledger,
  now,
}: MonthFigures): Sum & { source: FigureSource; asOf: Date } {
  if (!upstream) return { ...sumOf(ledger), source: 'ledger', asOf: now }
  if (!upstream.closed && hasNewerLine({ upstream, ledger }) && ledger.pages > upstream.pages) {
    return { ...sumOf(ledger), source: 'ledger', asOf: now }
  }
  const source = upstream.closed || isFresh({ upstream, now }) ? 'upstream' : 'remembered'
  return { ...sumOf(upstream), source, asOf: upstream.fetchedAt }
}

/** An answer about an open month stands for so long. */
const freshMs = 60_000

export function isFresh({ upstream, now }: { upstream: UpstreamSum; now: Date }): boolean {
  return now.getTime() - upstream.fetchedAt.getTime() <= freshMs
}

export function hasNewerLine({ upstream, ledger }: { upstream: UpstreamSum; ledger: LedgerSum }): boolean {
  return ledger.lastLineAt !== null && ledger.lastLineAt > upstream.fetchedAt
}

function sumOf({ pages, operations }: Sum): Sum {
  return { pages, operations }
}
