'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Month, monthKey } from '@/base/calendar'
import { ExportMenu } from '@/components/shell/export-menu'
import { useI18n } from '@/components/shell/i18n'
import { Select } from '@/components/ui/controls/select'
import { Panel, PanelHeader } from '@/components/ui/panel'
import { stepLabel } from '@/lib/steps/step-label'
import { breakdownQuery, usagePaths } from '@/lib/usage/queries'
import type { UsageMonth } from '@/lib/usage/schema'
import { ComparisonLine } from './comparison-line'
import type { LedgerFilter } from './ledger-table'
import { LedgerTable } from './ledger-table'
import { ShareTable } from './share-table'

type MonthDetailProps = {
  month: UsageMonth
  months: UsageMonth[]
  onChoose: (month: Month) => void
  canOpenDocuments: boolean
}

/** What a month's figure is made of: compared with the service's, by person, by step, and line by line. */
export function MonthDetail({ month, months, onChoose, canOpenDocuments }: MonthDetailProps) {
  const { t, format } = useI18n()
  const { year, month: number } = month
  const { data: breakdown } = useQuery(breakdownQuery({ year, month: number }))
  const [narrowing, setNarrowing] = useState<LedgerFilter | null>(null)
  const name = format.month(month)
  const steps = breakdown?.steps.map((step) => ({ ...step, name: stepLabel({ t, name: step.name }) })) ?? []
  const choose = (key: string) => {
    const wanted = months.find((one) => monthKey(one) === key)
    if (wanted) onChoose(wanted)
    setNarrowing(null)
  }
  return (
    <Panel aria-labelledby="month-detail">
      <PanelHeader
        title={<span id="month-detail">{t('usage.month.title', { month: name })}</span>}
        description={t('usage.month.description')}
        actions={
          <>
            <Select
              aria-label={t('usage.month.choose')}
              value={monthKey(month)}
              onChange={choose}
              options={months.toReversed().map((one) => ({ value: monthKey(one), label: format.month(one) }))}
              className="w-44"
            />
            <ExportMenu
              label={t('usage.save_lines')}
              hrefOf={({ format }) => usagePaths.exportLines(month, format)}
            />
          </>
        }
      />
      <ComparisonLine month={month} />
      {breakdown && breakdown.people.length > 0 ? (
        <div className="grid gap-x-8 gap-y-6 px-5 pb-6 sm:px-6 lg:grid-cols-2">
          {(['person', 'step'] as const).map((kind) => (
            <ShareTable
              key={kind}
              kind={kind}
              shares={kind === 'person' ? breakdown.people : steps}
              chosenId={narrowing?.kind === kind ? narrowing.share.id : null}
              onChoose={(share) => setNarrowing({ kind, share })}
            />
          ))}
        </div>
      ) : null}
      <LedgerTable
        month={{ year, month: number }}
        narrowing={narrowing}
        onClearFilter={() => setNarrowing(null)}
        canOpenDocuments={canOpenDocuments}
      />
    </Panel>
  )
}
