import type { UsageMonth } from '@/lib/usage/schema'

/** `pages` is the size of the difference, or the common figure where there is none. */
export type Comparison = { kind: 'not' | 'same' | 'more' | 'fewer'; pages: number }

/** The service's figure against our ledger; without an answer of the service nothing was compared. */
export function comparisonOf({ source, pages, ledger }: UsageMonth): Comparison {
  if (source === 'ledger') return { kind: 'not', pages: ledger.pages }
  if (pages === ledger.pages) return { kind: 'same', pages }
  return { kind: pages > ledger.pages ? 'more' : 'fewer', pages: Math.abs(pages - ledger.pages) }
}
