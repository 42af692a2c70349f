'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type Month, monthKey } from '@/base/calendar'
import { usageOverviewQuery, usagePaths } from '@/lib/usage/queries'
import type { UsageMonth, UsageOverview } from '@/lib/usage/schema'
import { ExportMenu } from '../shell/export-menu'
import { useI18n } from '../shell/i18n'
import { PageHeader } from '../shell/page-header'
import { PanelBoundary } from '../shell/panel-boundary'
import { Notice } from '../ui/notice'
import { CurrentMonth } from './current-month'
import { MonthDetail } from './ledger/month-detail'
import { MonthsPanel } from './months/months-panel'
import { QuotaNotice } from './quota-notice'

type UsageScreenProps = { initial: UsageOverview; canOpenDocuments: boolean; canSetQuota: boolean }

/** This month first, then the year, then the lines of the month chosen. */
export function UsageScreen({ initial, canOpenDocuments, canSetQuota }: UsageScreenProps) {
  const { t, format } = useI18n()
  const { data: overview, isError } = useQuery({ ...usageOverviewQuery(), initialData: initial })
  const { chosen, choose } = useMonthChoice(overview.months)
  return (
    <>
      <PageHeader
        title={t('usage.title')}
        description={t('usage.zone', { zone: format.zone, id: overview.timeZone })}
        actions={
          <ExportMenu
            label={t('usage.save_months')}
            hrefOf={(chosen) => usagePaths.export(12, chosen.format)}
          />
        }
      />
      <div className="flex flex-col gap-5">
        {isError ? <Notice tone="attention">{t('usage.stale')}</Notice> : null}
        <QuotaNotice
          quota={overview.quota}
          used={overview.current.pages}
          resetsAt={overview.current.resetsAt}
        />
        <PanelBoundary>
          <CurrentMonth overview={overview} canSetQuota={canSetQuota} />
        </PanelBoundary>
        <PanelBoundary>
          <MonthsPanel months={overview.months} chosen={chosen} onChoose={choose} />
        </PanelBoundary>
        <PanelBoundary>
          <MonthDetail
            month={chosen}
            months={overview.months}
            onChoose={choose}
            canOpenDocuments={canOpenDocuments}
          />
        </PanelBoundary>
      </div>
    </>
  )
}

/** The month whose lines are open. It stands in the address; without one it is the latest. */
function useMonthChoice(months: UsageMonth[]) {
  const router = useRouter()
  const pathname = usePathname()
  const wanted = useSearchParams().get('month')
  const chosen = months.find((month) => monthKey(month) === wanted) ?? months.at(-1)
  if (!chosen) throw new Error('an overview has at least one month')
  const choose = (month: Month) => router.replace(`${pathname}?month=${monthKey(month)}`, { scroll: false })
  return { chosen, choose }
}
