'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { Button } from '@/components/ui/controls/button'
import { Cell, DataTable, HeaderCell } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { batchListQuery, batchPaths } from '@/lib/documents/batches/queries'
import type { Batch } from '@/lib/documents/batches/schema'
import { wideOnly } from './batch-file-row'
import { outcomeText } from './outcome-text'

/** The batches a person sent, the newest first; an administrator sees everybody's, with whose they are. */
export function BatchList({ withPeople }: { withPeople: boolean }) {
  const { t } = useI18n()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(batchListQuery)
  if (!data)
    return error ? (
      <LoadProblem error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-40 rounded-2xl" />
    )
  const batches = data.pages.flatMap((page) => page.batches)
  if (batches.length === 0)
    return (
      <EmptyState icon={null} title={t('batch.list.empty')}>
        {t('batch.list.empty_hint')}
      </EmptyState>
    )
  return (
    <Panel className="overflow-hidden">
      <DataTable label={t('batch.list')}>
        <thead>
          <tr>
            <HeaderCell>{t('batch.column.begun')}</HeaderCell>
            {withPeople ? <HeaderCell className={wideOnly}>{t('batch.column.person')}</HeaderCell> : null}
            <HeaderCell className="text-right">{t('batch.column.files')}</HeaderCell>
            <HeaderCell>{t('batch.column.outcome')}</HeaderCell>
            <HeaderCell className={`${wideOnly} text-right`}>{t('batch.column.pages')}</HeaderCell>
            <HeaderCell className={`${wideOnly} text-right`}>{t('batch.column.size')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} withPeople={withPeople} />
          ))}
        </tbody>
      </DataTable>
      {hasNextPage ? (
        <p className="p-3 text-center">
          <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        </p>
      ) : null}
    </Panel>
  )
}

function BatchRow({ batch, withPeople }: { batch: Batch; withPeople: boolean }) {
  const { t, format } = useI18n()
  const { id, begunAt, person, received, refused, duplicate, pages, bytes } = batch
  return (
    <tr className="figures">
      <Cell className="whitespace-nowrap">
        <Link
          href={batchPaths.page(id)}
          className="underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          {format.dateTime(begunAt)}
        </Link>
      </Cell>
      {withPeople ? <Cell className={`${wideOnly} max-w-40 truncate`}>{person.name}</Cell> : null}
      <Cell className="text-right">{format.number(received + refused + duplicate)}</Cell>
      <Cell>{outcomeText({ t, batch })}</Cell>
      <Cell className={`${wideOnly} text-right`}>{format.number(pages)}</Cell>
      <Cell className={`${wideOnly} whitespace-nowrap text-right`}>{format.bytes(bytes)}</Cell>
    </tr>
  )
}
