'use client'

import { useQuery } from '@tanstack/react-query'
import { ExportMenu } from '@/components/shell/export-menu'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { PageHeader } from '@/components/shell/page-header'
import { DataTable, HeaderCell } from '@/components/ui/data-table'
import { Panel } from '@/components/ui/panel'
import { Skeleton } from '@/components/ui/skeleton'
import { batchPaths, batchQuery } from '@/lib/documents/batches/queries'
import { BatchFileRow, wideOnly } from './batch-file-row'
import { outcomeText } from './outcome-text'

/** What became of each file that was dropped together, and stays known when documents are gone. */
export function BatchReceipt({ batchId }: { batchId: string }) {
  const { t, format } = useI18n()
  const { data: batch, error, refetch } = useQuery(batchQuery(batchId))
  if (!batch)
    return (
      <>
        <PageHeader title={t('batch.title')} />
        {error ? (
          <LoadProblem error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-64 rounded-2xl" />
        )}
      </>
    )
  const facts = [
    format.dateTime(batch.begunAt),
    batch.person.name,
    outcomeText({ t, batch }),
    t('uploads.pages', { pages: batch.pages }),
    format.bytes(batch.bytes),
  ]
  return (
    <>
      <PageHeader
        title={t('batch.title')}
        description={<span className="figures">{facts.join(' · ')}</span>}
        actions={
          <ExportMenu
            label={t('table.export')}
            hrefOf={({ format: kind }) => batchPaths.export(batchId, kind)}
          />
        }
      />
      <Panel className="overflow-hidden">
        <DataTable label={t('batch.title')}>
          <thead>
            <tr>
              <HeaderCell className={`${wideOnly} text-right`}>{t('batch.column.place')}</HeaderCell>
              <HeaderCell>{t('batch.column.name')}</HeaderCell>
              <HeaderCell>{t('batch.column.outcome')}</HeaderCell>
              <HeaderCell className={`${wideOnly} text-right`}>{t('batch.column.size')}</HeaderCell>
              <HeaderCell className={`${wideOnly} text-right`}>{t('batch.column.pages')}</HeaderCell>
              <HeaderCell className={wideOnly}>{t('batch.column.at')}</HeaderCell>
              <HeaderCell className={wideOnly}>{t('batch.column.sha256')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {batch.files.map((file) => (
              <BatchFileRow key={file.place} file={file} />
            ))}
          </tbody>
        </DataTable>
      </Panel>
    </>
  )
}
