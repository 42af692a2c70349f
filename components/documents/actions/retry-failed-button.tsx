'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import type { ListFilter } from '@/lib/documents/model/list-filter'
import type { RetryTarget } from '@/lib/documents/queries'
import { retryableDocumentsQuery } from '@/lib/documents/queries'
import type { BulkOutcome } from './bulk-outcome'
import { useRetryMany } from './use-retry-many'

type RetryFailedButtonProps = {
  /** How many failed documents the target holds, and how many pages these have. */
  count: number
  pages: number
  target: RetryTarget
  onDone: (outcome: BulkOutcome) => void
}

/** Sends every failed document of the target again, after saying what that may cost. */
export function RetryFailedButton({ count, pages, target, onDone }: RetryFailedButtonProps) {
  const { t } = useI18n()
  const { run, progress } = useRetryMany()
  const [isConfirming, setConfirming] = useState(false)
  const retry = async () => onDone(await run({ target, count }))
  return (
    <>
      {count > 0 || progress ? (
        <Button size="small" disabled={progress !== null} onClick={() => setConfirming(true)}>
          <RotateCcw aria-hidden />
          <span className="figures" aria-live="polite">
            {progress ? t('table.bulk.working', progress) : t('cards.retry_failed', { count })}
          </span>
        </Button>
      ) : null}
      <ConfirmDialog
        open={isConfirming}
        onOpenChange={setConfirming}
        title={t('table.bulk.confirm.retry', { count })}
        description={t('table.bulk.confirm.retry_text', { pages })}
        confirmLabel={t('table.bulk.retry')}
        cancelLabel={t('common.cancel')}
        tone="primary"
        onConfirm={() => void retry()}
      />
    </>
  )
}

type RetryFilteredProps = { filter: ListFilter; onDone: (outcome: BulkOutcome) => void }

/** Sends all failed documents again that the filter matches, also those not shown yet. */
export function RetryFiltered({ filter, onDone }: RetryFilteredProps) {
  const failed: ListFilter = { ...filter, state: ['failed'] }
  const isExcluded = filter.state !== undefined && !filter.state.includes('failed')
  const { data } = useQuery({ ...retryableDocumentsQuery(failed), enabled: !isExcluded })
  const { documents, pages } = (isExcluded ? undefined : data) ?? { documents: 0, pages: 0 }
  return <RetryFailedButton count={documents} pages={pages} target={{ filter: failed }} onDone={onDone} />
}
