'use client'

import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import type { UsageMonth } from '@/lib/usage/schema'

const icons = {
  not: <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />,
  same: <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />,
  more: <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />,
  fewer: <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />,
}

/** Whether the service's figure and our own ledger agree, and what a difference may come from. */
export function ComparisonLine({ month }: { month: UsageMonth }) {
  const { t, format } = useI18n()
  const { kind, pages } = comparisonOf(month)
  const values = {
    month: format.month(month),
    pages,
    theirs: format.number(month.pages),
    ours: format.number(month.ledger.pages),
  }
  return (
    <p className="figures mx-5 mb-6 flex gap-2 rounded-lg bg-sunken/70 px-3 py-2.5 text-ink-soft text-sm sm:mx-6">
      {icons[kind]}
      <span>{t(`usage.compare.${kind}`, values)}</span>
    </p>
  )
}

/** `pages` is the size of the difference, or the common figure where there is none. */
type Comparison = { kind: 'not' | 'same' | 'more' | 'fewer'; pages: number }

/** The service's figure against our ledger; without an answer of the service nothing was compared. */
export function comparisonOf({ source, pages, ledger }: UsageMonth): Comparison {
  if (source === 'ledger') return { kind: 'not', pages: ledger.pages }
  if (pages === ledger.pages) return { kind: 'same', pages }
  return { kind: pages > ledger.pages ? 'more' : 'fewer', pages: Math.abs(pages - ledger.pages) }
}
