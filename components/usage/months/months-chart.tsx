'use client'

import type { TooltipContentProps } from 'recharts'
import { Bar, BarChart, CartesianGrid, Rectangle, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { isSameMonth, type Month } from '@/base/calendar'
import { useI18n } from '@/components/shell/i18n'
import type { UsageMonth } from '@/lib/usage/schema'
import { usageMonthSchema } from '@/lib/usage/schema'

type MonthsChartProps = { months: UsageMonth[]; chosen: Month; onChoose: (month: Month) => void }

/** Opaque, so that the grid does not shine through. */
const otherMonths = 'color-mix(in oklab, var(--accent) 50%, var(--surface))'

/** Pages as full bars, operations as outlined ones beside them; a click opens the month's lines. */
export function MonthsChart({ months, chosen, onChoose }: MonthsChartProps) {
  const { t, format } = useI18n()
  const rows = months.map((month) => ({ ...month, isChosen: isSameMonth(month, chosen) }))
  const axis = { tickLine: false, axisLine: false, tick: { fill: 'var(--ink-faint)', fontSize: 12 } } as const
  return (
    <figure className="px-2 pb-5 sm:px-4" aria-label={t('usage.months.chart_label')}>
      <ResponsiveContainer width="100%" height={260}>
        <BarChart
          data={rows}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          barGap={3}
          barCategoryGap="24%"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...axis} dataKey={format.shortMonth} interval="equidistantPreserveStart" />
          <YAxis {...axis} width={52} allowDecimals={false} tickFormatter={format.number} />
          <Tooltip cursor={{ fill: 'var(--sunken)' }} content={MonthTooltip} isAnimationActive={false} />
          <Bar
            dataKey="pages"
            isAnimationActive={false}
            maxBarSize={34}
            onClick={({ payload }) => onChoose(payload)}
            shape={({ payload, ...bar }) => (
              <Rectangle
                {...bar}
                radius={[3, 3, 0, 0]}
                style={{ fill: payload.isChosen ? 'var(--accent)' : otherMonths }}
                className="cursor-pointer"
              />
            )}
          />
          <Bar
            dataKey="operations"
            isAnimationActive={false}
            maxBarSize={14}
            onClick={({ payload }) => onChoose(payload)}
            shape={(bar) => (
              <Rectangle
                {...bar}
                radius={[2, 2, 0, 0]}
                fill="var(--surface)"
                stroke="var(--control)"
                className="cursor-pointer"
              />
            )}
          />
        </BarChart>
      </ResponsiveContainer>
      <figcaption className="mt-2 flex justify-center gap-5 text-ink-soft text-xs">
        <span className="flex items-center gap-2">
          <span aria-hidden className="size-3 rounded-sm bg-accent" />
          <span>{t('usage.column.pages')}</span>
        </span>
        <span className="flex items-center gap-2">
          <span aria-hidden className="size-3 rounded-sm border border-control bg-surface" />
          <span>{t('usage.column.operations')}</span>
        </span>
      </figcaption>
    </figure>
  )
}

/** The figures of the month under the pointer. */
function MonthTooltip({ active, payload }: TooltipContentProps) {
  const { t, format } = useI18n()
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
