'use client'

import { useMemo } from 'react'
import { useWords } from '@/components/shell/words'
import { Panel } from '@/components/ui/panel'
import { useUploadRows } from '../queue/upload-context'
import { UploadActions } from './upload-actions'
import { orderRows } from './upload-order'
import { UploadRows } from './upload-rows'
import { UploadSummary } from './upload-summary'

/** The uploads of this tab on the desk: one line for all, a row for each that is not a card yet. */
export function UploadProgress() {
  const { t } = useWords()
  const { items, totals } = useUploadRows()
  const rows = useMemo(() => orderRows(items), [items])
  if (items.length === 0) return null
  return (
    <Panel aria-label={t('uploads.title')} className="mt-4 overflow-hidden">
      <div className="flex items-center gap-4 px-4 py-3 sm:px-5">
        <UploadSummary totals={totals} />
        <UploadActions totals={totals} />
      </div>
      {rows.length > 0 ? <UploadRows items={rows} label={t('uploads.title')} /> : null}
    </Panel>
  )
}
