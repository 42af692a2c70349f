'use client'

import { isSameMonth, type Month, monthKey } from '@/base/calendar'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Cell, DataTable, HeaderCell } from '@/components/ui/data-table'
import type { UsageMonth } from '@/lib/usage/schema'

type MonthsTableProps = { months: UsageMonth[]; chosen: Month; onChoose: (month: Month) => void }

/** Newest first; each month opens its lines. */
export function MonthsTable({ months, chosen, onChoose }: MonthsTableProps) {
  const { t, format } = useI18n()
  return (
    <DataTable label={t('usage.months.title')} className="figures mb-2">
      <thead>
        <tr>
          <HeaderCell>{t('usage.column.month')}</HeaderCell>
          <HeaderCell className="text-right">{t('usage.column.pages')}</HeaderCell>
          <HeaderCell className="text-right">{t('usage.column.operations')}</HeaderCell>
          <HeaderCell className="text-right">{t('usage.column.ledger')}</HeaderCell>
          <HeaderCell className="text-right">{t('usage.column.difference')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => {
          const name = format.month(month)
          const isChosen = isSameMonth(month, chosen)
          return (
            <tr key={monthKey(month)} className={classNames(isChosen && 'bg-sunken/60')}>
              <Cell>
                <button
                  type="button"
                  aria-label={t('usage.months.open', { month: name })}
                  aria-pressed={isChosen}
                  onClick={() => onChoose(month)}
                  className="min-h-6 font-medium underline decoration-line-strong underline-offset-4 first-letter:uppercase hover:decoration-accent"
                >
                  {name}
                </button>
              </Cell>
              <Cell className="text-right">{format.number(month.pages)}</Cell>
              <Cell className="text-right">{format.number(month.operations)}</Cell>
              <Cell className="text-right text-ink-soft">{format.number(month.ledger.pages)}</Cell>
              <Cell className="text-right text-ink-soft">
                {month.source === 'ledger' ? '–' : format.number(month.pages - month.ledger.pages)}
              </Cell>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
