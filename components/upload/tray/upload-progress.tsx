'use client'

import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Panel } from '@/components/ui/panel'
import { useUploadRows } from '../queue/upload-context'
import type { UploadItem, UploadPhaseKind } from '../transfer/upload-item'
import { UploadActions } from './upload-actions'
import { UploadRows } from './upload-rows'
import { UploadSummary } from './upload-summary'

/** The uploads of this tab on the desk: one line for all, a row for each that is not a card yet. */
export function UploadProgress() {
  const { t } = useI18n()
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

/** What needs a person first, then what moves, then what waits. What was received is a card and not a row. */
const ranks: Partial<Record<UploadPhaseKind, number>> = {
  unfinished: 0,
  failed: 1,
  refused: 1,
  duplicate: 1,
  sending: 2,
  queued: 3,
  held: 3,
  checking: 3,
  cancelled: 4,
}

/** The rows of the tray in the order in which they are read; equals keep their order of arrival. */
function orderRows(items: readonly UploadItem[]): UploadItem[] {
  return items.filter(({ phase }) => phase.kind in ranks).sort((one, other) => rankOf(one) - rankOf(other))
}

function rankOf({ phase }: UploadItem): number {
  return ranks[phase.kind] ?? 0
}
