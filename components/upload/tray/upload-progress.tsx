'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { Panel } from '@/components/ui/panel'
import { useUploadRows } from '../queue/upload-context'
import { ReceiptLink } from './receipt-link'
import { UploadActions } from './upload-actions'
import { UploadBar } from './upload-bar'
import { UploadRows } from './upload-rows'
import { UploadSummary } from './upload-summary'

/** The uploads of this tab on the desk: one line for all, which opens to the files that are no cards yet. */
export function UploadProgress() {
  const { t } = useI18n()
  const { items, totals } = useUploadRows()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (items.length === 0) return null
  const hasRows = items.length > totals.received
  return (
    <Panel aria-label={t('uploads.title')} className="mt-2 overflow-hidden rounded-xl">
      <div className="flex min-h-11 items-center gap-3 px-2 py-1">
        {hasRows ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            className="flex min-w-0 flex-1 items-center gap-1.5 rounded-lg px-1 py-1 text-left hover:bg-sunken"
          >
            <ChevronRight
              aria-hidden
              className={classNames('size-4 shrink-0 text-ink-faint', isOpen && 'rotate-90')}
            />
            <UploadSummary totals={totals} />
          </button>
        ) : (
          <div className="min-w-0 flex-1 px-2">
            <UploadSummary totals={totals} />
          </div>
        )}
        <ReceiptLink items={items} />
        <UploadActions totals={totals} />
      </div>
      <UploadBar totals={totals} className="h-1 rounded-none" />
      {hasRows && isOpen ? (
        <div id={id}>
          <UploadRows items={items} label={t('uploads.title')} />
        </div>
      ) : null}
    </Panel>
  )
}
