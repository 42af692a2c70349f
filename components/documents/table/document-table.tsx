'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ExportMenu } from '@/components/shell/export-menu'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { PageHeader } from '@/components/shell/page-header'
import { classNames } from '@/components/ui/class-names'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { filterToSearch, isFiltered, listOrderOf } from '@/lib/documents/model/list-filter'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentListQuery, documentPaths } from '@/lib/documents/queries'
import { stepsQuery } from '@/lib/steps/queries'
import { stepLabel } from '@/lib/steps/step-label'
import { BulkBar } from '../actions/bulk-bar'
import type { BulkOutcome } from '../actions/bulk-outcome'
import { BulkOutcomeNotice } from '../actions/bulk-outcome-notice'
import { RetryFiltered } from '../actions/retry-failed-button'
import { useExportChoices } from '../actions/use-export-choices'
import { useRemoval } from '../actions/use-removal'
import { FilterBar, type FilterPerson } from '../filters/filter-bar'
import { rememberList } from '../filters/last-list'
import { ArrivalsButton } from '../views/arrivals-button'
import { useArrivals } from '../views/use-arrivals'
import { type ListBeginning, useListView } from '../views/use-list-view'
import { ViewMenu } from '../views/view-menu'
import { ColumnMenu } from './column-menu'
import { DocumentRow } from './document-row'
import { filterWords } from './filter-words'
import { LoadMore } from './load-more'
import { NoDocuments } from './no-documents'
import { SortChoice } from './sort-choice'
import { SumLine } from './sum-line'
import { TableHeader } from './table-header'
import { useColumns } from './use-columns'
import { useRowKeys } from './use-row-keys'
import { useSelection } from './use-selection'

type DocumentTableProps = { people: FilterPerson[]; beginning: ListBeginning }

/** Every document the reader may see: searched, filtered, selected, opened, exported. */
export function DocumentTable({ people, beginning }: DocumentTableProps) {
  const { t, format } = useI18n()
  const steps = useQuery(stepsQuery).data?.steps ?? []
  const listView = useListView(beginning)
  const { filter, change, clear } = listView
  const list = useInfiniteQuery({ ...documentListQuery(filter), placeholderData: keepPreviousData })
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null)
  const removal = useRemoval({ onRefused: setOutcome })
  const { hidden } = removal
  const documents = useMemo(
    () => list.data?.pages.flatMap((page) => page.documents).filter(({ id }) => !hidden.has(id)) ?? [],
    [list.data, hidden],
  )
  useEffect(() => rememberList(filter), [filter])
  const selection = useSelection(documents)
  const { boxRef, shown, isNarrow } = useColumns(listView.columns)
  const order = listOrderOf(filter)
  const exports = useExportChoices(filter.step ? new Set([filter.step]) : undefined)
  const suppliers = useMemo(() => suppliersOf(documents), [documents])
  const searchRef = useRef<HTMLInputElement>(null)
  useRowKeys({ onToggle: (id) => selection.toggle({ id }), onSearch: () => searchRef.current?.focus() })

  const isSelecting = useRef(false)
  isSelecting.current = selection.selected.length > 0
  const isHeld = useCallback(() => isSelecting.current || isInUse(boxRef.current), [boxRef])
  const arrivals = useArrivals({ filter, documents, isHeld })

  const finishBulk = (ended: BulkOutcome) => {
    selection.clear()
    setOutcome(ended)
    if (!removal.undo) removal.close()
  }
  const filtered = isFiltered(filter)
  const named = steps.map(({ id, name }) => ({ id, name: stepLabel({ t, name }) }))
  const printed = [
    ...(listView.view ? [listView.view.name] : []),
    ...filterWords({ filter, people, steps: named, t, format }),
  ]
  const count = documents.length
  return (
    <>
      <PageHeader
        title={t('table.title')}
        printed={printed}
        actions={
          <>
            <ViewMenu {...listView} />
            {isNarrow ? null : <ColumnMenu chosen={listView.columns} onChange={listView.chooseColumns} />}
            <RetryFiltered filter={filter} onDone={finishBulk} />
            {count > 0 ? (
              <ExportMenu
                size="small"
                label={t(filtered ? 'table.export_filtered' : 'table.export')}
                hint={t('table.export_hint')}
                choices={exports}
                hrefOf={(choice) => documentPaths.exportList(filterToSearch(filter), choice)}
              />
            ) : null}
          </>
        }
      />
      {listView.isViewMissing ? (
        <Notice tone="attention" className="mb-3" title={t('error.view.not_found')} />
      ) : null}
      <FilterBar
        filter={filter}
        people={people}
        suppliers={suppliers}
        searchRef={searchRef}
        onChange={change}
        onClear={clear}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SumLine filter={filter} />
        <ArrivalsButton count={arrivals.count} onShow={arrivals.show} />
        {isNarrow ? <SortChoice list={order} onOrder={change} /> : null}
      </div>
      {removal.removed ? (
        <BulkOutcomeNotice outcome={removal.removed} onUndo={removal.undo} onClose={removal.close} />
      ) : null}
      {outcome ? <BulkOutcomeNotice outcome={outcome} onClose={() => setOutcome(null)} /> : null}
      <Panel
        ref={boxRef}
        aria-busy={list.isPlaceholderData}
        className={classNames('@container transition-opacity', list.isPlaceholderData && 'opacity-60')}
      >
        {list.isPending ? <TableSkeleton /> : null}
        {list.isError && count === 0 ? (
          <LoadProblem error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && count === 0 ? <NoDocuments filtered={filtered} onClear={clear} /> : null}
        {count > 0 ? (
          <table
            className="block w-full print:table print:table-fixed print:border-collapse"
            aria-label={t('table.label')}
          >
            <TableHeader
              shown={shown}
              isNarrow={isNarrow}
              selected={selection.selected.length}
              count={count}
              list={order}
              onToggleAll={selection.toggleAll}
              onOrder={change}
            />
            <tbody className="block print:table-row-group">
              {documents.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  shown={shown}
                  isNarrow={isNarrow}
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
        <BulkBar
          selected={selection.selected}
          onClear={selection.clear}
          onDone={finishBulk}
          onRemove={(documents) => {
            selection.clear()
            setOutcome(null)
            removal.remove(documents)
          }}
        />
      ) : null}
    </>
  )
}

/** Whether somebody points at the rows, is in them with the keyboard, or has scrolled into them. */
function isInUse(box: HTMLElement | null): boolean {
  if (!box) return false
  return box.matches(':hover') || box.contains(document.activeElement) || box.getBoundingClientRect().top < 0
}

function suppliersOf(documents: DocumentSummary[]): string[] {
  return [...new Set(documents.flatMap(({ headline }) => headline?.from ?? []))].sort()
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
