'use client'

import { useState } from 'react'
import type { Month } from '@/base/calendar'
import { useI18n } from '@/components/shell/i18n'
import { Segmented } from '@/components/ui/controls/segmented'
import { Panel, PanelHeader } from '@/components/ui/panel'
import type { UsageMonth } from '@/lib/usage/schema'
import { MonthsChart } from './months-chart'
import { MonthsTable } from './months-table'

type MonthsPanelProps = { months: UsageMonth[]; chosen: Month; onChoose: (month: Month) => void }

/** The same rows as a chart or as a table. */
export function MonthsPanel({ months, chosen, onChoose }: MonthsPanelProps) {
  const { t } = useI18n()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const isEmpty = months.every(({ pages, ledger }) => pages === 0 && ledger.pages === 0)
  return (
    <Panel>
      <PanelHeader
        title={t('usage.months.title')}
        actions={
          <Segmented
            label={t('usage.months.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', label: t('usage.months.chart') },
              { value: 'table', label: t('usage.months.table') },
            ]}
          />
        }
      />
      {view === 'table' ? (
        <MonthsTable months={months} chosen={chosen} onChoose={onChoose} />
      ) : isEmpty ? (
        <p className="px-5 pb-10 text-center text-ink-soft text-sm sm:px-6">{t('usage.months.empty')}</p>
      ) : (
        <MonthsChart months={months} chosen={chosen} onChoose={onChoose} />
      )}
    </Panel>
  )
}
