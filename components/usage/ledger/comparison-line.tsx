'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, Info, RotateCw, TriangleAlert } from 'lucide-react'
import type { Month } from '@/base/calendar'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { refreshMonth } from '@/lib/usage/queries'
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
    <div className="mx-5 mb-6 flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg bg-sunken/70 px-3 py-2.5 text-ink-soft text-sm sm:mx-6">
      <p className="figures flex min-w-0 flex-1 basis-72 gap-2">
        {icons[kind]}
        <span>
          <span>{t(`usage.compare.${kind}`, values)}</span>{' '}
          <span className="text-ink-faint">
            {month.source === 'ledger'
              ? null
              : t('usage.compare.as_of', { when: format.dateTime(month.asOf) })}
          </span>
        </span>
      </p>
      <AskAgain month={month} />
    </div>
  )
}

/** The service may have corrected its figure long after the month ended. */
function AskAgain({ month }: { month: Month }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const refresh = useMutation({
    mutationFn: refreshMonth,
    onSuccess: () => client.invalidateQueries({ queryKey: ['usage'] }),
  })
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {refresh.error ? (
        <span role="alert" className="text-bad">
          {failureText({ t, error: refresh.error })}
        </span>
      ) : null}
      <Button
        size="small"
        className="print:hidden"
        disabled={refresh.isPending}
        onClick={() => refresh.mutate(month)}
      >
        <RotateCw aria-hidden />
        <span>{t(refresh.isPending ? 'usage.compare.asking' : 'usage.compare.ask')}</span>
      </Button>
    </span>
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
