'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Notebook } from 'lucide-react'
import type { Month } from '@/base/calendar'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { DataTable, HeaderCell } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { ledgerLinesQuery } from '@/lib/usage/queries'
import type { Share } from '@/lib/usage/schema'
import { LedgerRow, wideOnly } from './ledger-row'

type LedgerTableProps = {
  month: Month
  narrowing: LedgerFilter | null
  onClearFilter: () => void
  canOpenDocuments: boolean
}

const columns = ['when', 'document', 'person', 'step', 'pages', 'outcome'] as const

const columnStyles = {
  when: wideOnly,
  document: '',
  person: wideOnly,
  step: wideOnly,
  pages: 'text-right',
  outcome: wideOnly,
}

/** The lines behind a month's figure, newest first, counted or not. */
export function LedgerTable({ month, narrowing, onClearFilter, canOpenDocuments }: LedgerTableProps) {
  const { t, format } = useI18n()
  const filter = narrowing ? { [narrowing.kind]: narrowing.share.id } : {}
  const query = useInfiniteQuery({
    ...ledgerLinesQuery({ month, filter }),
    placeholderData: keepPreviousData,
  })
  const name = format.month(month)
  if (query.isPending) return <Skeleton className="mx-5 mb-6 h-40 sm:mx-6" />
  if (query.isError && !query.data) {
    return (
      <Notice
        tone="bad"
        urgent
        className="mx-5 mb-6 sm:mx-6"
        title={t('usage.problem')}
        actions={
          <Button size="small" onClick={() => void query.refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    )
  }
  const lines = query.data.pages.flatMap((page) => page.lines)
  if (lines.length === 0 && !narrowing) {
    return (
      <EmptyState icon={<Notebook aria-hidden />} title={t('usage.month.empty_title', { month: name })}>
        {t('usage.month.empty')}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2 px-5 sm:px-6">
        <h3 className="text-sm">{t('usage.lines.title')}</h3>
        {narrowing ? (
          <p className="flex items-center gap-2 text-ink-soft text-sm">
            <span>{t('usage.lines.only', { name: narrowing.share.name })}</span>
            <Button size="small" variant="quiet" onClick={onClearFilter}>
              {t('usage.lines.all')}
            </Button>
          </p>
        ) : null}
      </div>
      <DataTable
        label={t('usage.lines.label', { month: name })}
        className={classNames('figures', query.isPlaceholderData && 'opacity-50')}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column} className={columnStyles[column]}>
                {t(`usage.column.${column}`)}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LedgerRow key={line.id} line={line} canOpenDocuments={canOpenDocuments} />
          ))}
        </tbody>
      </DataTable>
      {lines.length === 0 ? (
        <p className="p-6 text-center text-ink-soft text-sm">{t('usage.lines.none')}</p>
      ) : null}
      {query.hasNextPage ? (
        <div className="flex justify-center p-4">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('usage.lines.more')}
          </Button>
        </div>
      ) : (
        <div className="h-3" />
      )}
    </>
  )
}

/** The lines of one person or of one step alone. */
export type LedgerFilter = { kind: 'person' | 'step'; share: Share }
