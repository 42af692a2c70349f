'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { type ExportChoice, ExportMenu } from '@/components/shell/export-menu'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { PageHeader } from '@/components/shell/page-header'
import { classNames } from '@/components/ui/class-names'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { filterToSearch, isFiltered } from '@/lib/documents/model/list-filter'
import { documentListQuery, documentPaths } from '@/lib/documents/queries'
import { BulkBar } from '../actions/bulk-bar'
import type { BulkOutcome } from '../actions/bulk-outcome'
import { BulkOutcomeNotice } from '../actions/bulk-outcome-notice'
import { RetryFiltered } from '../actions/retry-failed-button'
import { DocumentRow } from './document-row'
import { FilterBar, type FilterPerson } from './filter-bar'
import { LoadMore } from './load-more'
import { NoDocuments } from './no-documents'
import { TableHeader } from './table-header'
import { useListFilter } from './use-list-filter'
import { useRowKeys } from './use-row-keys'
import { useSelection } from './use-selection'

const exportChoices: ExportChoice[] = [
  { format: 'xlsx' },
  { format: 'csv', rows: 'documents' },
  { format: 'csv', rows: 'lines' },
]

/** Every document the reader may see: searched, filtered, selected, opened, exported. */
export function DocumentTable({ people }: { people: FilterPerson[] }) {
  const { t } = useI18n()
  const { filter, change, clear } = useListFilter()
  const list = useInfiniteQuery({ ...documentListQuery(filter), placeholderData: keepPreviousData })
  const documents = useMemo(() => list.data?.pages.flatMap((page) => page.documents) ?? [], [list.data])
  const selection = useSelection(documents)
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  useRowKeys({ onToggle: selection.toggle, onSearch: () => searchRef.current?.focus() })

  const finishBulk = (ended: BulkOutcome) => {
    selection.clear()
    setOutcome(ended)
  }
  const filtered = isFiltered(filter)
  const count = documents.length
  return (
    <>
      <PageHeader
        title={t('table.title')}
        actions={
          <>
            <RetryFiltered filter={filter} onDone={finishBulk} />
            {count > 0 ? (
              <ExportMenu
                size="small"
                label={t(filtered ? 'table.export_filtered' : 'table.export')}
                hint={t('table.export_hint')}
                choices={exportChoices}
                hrefOf={(choice) => documentPaths.exportList(filterToSearch(filter), choice)}
              />
            ) : null}
          </>
        }
      />
      <FilterBar filter={filter} people={people} searchRef={searchRef} onChange={change} onClear={clear} />
      {outcome ? <BulkOutcomeNotice outcome={outcome} onClose={() => setOutcome(null)} /> : null}
      <Panel
        aria-busy={list.isPlaceholderData}
        className={classNames('@container transition-opacity', list.isPlaceholderData && 'opacity-60')}
      >
        {list.isPending ? <TableSkeleton /> : null}
        {list.isError && count === 0 ? (
          <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && count === 0 ? <NoDocuments filtered={filtered} onClear={clear} /> : null}
        {count > 0 ? (
          <table className="block w-full" aria-label={t('table.label')}>
            <TableHeader
              selected={selection.selected.length}
              shown={count}
              onToggleAll={selection.toggleAll}
            />
            <tbody className="block">
              {documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  isSelected={selection.ids.has(document.id)}
                  onToggle={selection.toggle}
                />
              ))}
            </tbody>
          </table>
        ) : null}
        {list.hasNextPage ? (
          <LoadMore
            isLoading={list.isFetchingNextPage}
            hasFailed={list.isFetchNextPageError}
            onLoad={() => void list.fetchNextPage()}
          />
        ) : null}
      </Panel>
      <p role="status" className="figures mt-3 text-ink-faint text-xs">
        {count > 0 ? t(list.hasNextPage ? 'table.shown_more' : 'table.shown', { count }) : ''}
      </p>
      {selection.selected.length > 0 ? (
        <BulkBar selected={selection.selected} onClear={selection.clear} onDone={finishBulk} />
      ) : null}
    </>
  )
}

const rows = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

function TableSkeleton() {
  return (
    <div aria-hidden className="divide-y">
      {rows.map((row) => (
        <div key={row} className="flex h-14 items-center gap-4 px-4">
          <Skeleton className="size-5" />
          <Skeleton className="h-9 w-8" />
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="ml-auto h-5 w-24 rounded-full" />
        </div>
      ))}
    </div>
  )
}
