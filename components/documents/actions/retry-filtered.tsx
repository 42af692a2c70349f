'use client'

import { useQuery } from '@tanstack/react-query'
import type { ListFilter } from '@/lib/documents/list-filter'
import { retryableDocumentsQuery } from '@/lib/documents/queries'
import type { BulkOutcome } from './bulk-outcome'
import { RetryFailedButton } from './retry-failed-button'

type RetryFilteredProps = { filter: ListFilter; onDone: (outcome: BulkOutcome) => void }

/** Sends all failed documents again that the filter matches, also those not shown yet. */
export function RetryFiltered({ filter, onDone }: RetryFilteredProps) {
  const failed: ListFilter = { ...filter, state: ['failed'] }
  const isExcluded = filter.state !== undefined && !filter.state.includes('failed')
  const { data } = useQuery({ ...retryableDocumentsQuery(failed), enabled: !isExcluded })
  const { documents, pages } = (isExcluded ? undefined : data) ?? { documents: 0, pages: 0 }
  return <RetryFailedButton count={documents} pages={pages} target={{ filter: failed }} onDone={onDone} />
}
