'use client'

import type { TooltipContentProps } from 'recharts'
import { useWords } from '@/components/shell/words'
import { usageMonthSchema } from '@/lib/usage/schema'

/** The figures of the month under the pointer. */
export function MonthTooltip({ active, payload }: TooltipContentProps) {
  const { t, format } = useWords()
  const month = usageMonthSchema.safeParse(payload?.[0]?.payload)
  if (!active || !month.success) return null
  return (
    <div className="figures rounded-lg border bg-raised px-3 py-2 text-sm shadow-large">
      <p className="font-medium first-letter:uppercase">{format.month(month.data)}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4">
        <dt className="text-ink-soft">{t('usage.column.pages')}</dt>
        <dd className="text-right">{format.number(month.data.pages)}</dd>
        <dt className="text-ink-soft">{t('usage.column.operations')}</dt>
        <dd className="text-right">{format.number(month.data.operations)}</dd>
      </dl>
    </div>
  )
}
