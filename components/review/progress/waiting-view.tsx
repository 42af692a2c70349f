'use client'

import { ConfirmedLine } from '@/components/documents/summary/confirmed-line'
import { StuckNotice, useLateness } from '@/components/documents/summary/lateness'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { StageList } from './stage-list'
import { stagesOf } from './stages'

/** While there are no values yet: where the document is on its way. The page changes by itself. */
export function WaitingView({ document }: { document: DocumentDetail }) {
  const { t } = useI18n()
  const { state, reason } = document
  if (state === 'done' || state === 'failed' || state === 'cancelled') return null
  return (
    <div className="mx-auto max-w-md px-5 py-12">
      <h2 className="text-lg">{t(`review.waiting.title.${state}`)}</h2>
      <p role="status" className="mt-1 mb-8 text-ink-soft text-sm">
        {state === 'waiting' && reason ? <span>{`${t(`reason.${reason}`)} `}</span> : null}
        <span>{t(state === 'uncertain' ? 'review.waiting.uncertain' : 'review.waiting.text')}</span>
      </p>
      <StageList stages={stagesOf(document)} />
      <div className="mt-6 flex flex-col gap-1.5">
        <TimeText document={document} />
        <ConfirmedLine document={document} />
      </div>
    </div>
  )
}

function TimeText({ document }: { document: DocumentDetail }) {
  const { t, format } = useI18n()
  const now = useNow()
  const { usual, lateness } = useLateness(document)
  const { state, nextTryAt } = document
  if (state === 'waiting' && nextTryAt && Date.parse(nextTryAt) > now.getTime()) {
    return (
      <p className="figures text-ink-faint text-sm">
        {t('review.waiting.next_try', { ago: format.ago(nextTryAt, now) })}
      </p>
    )
  }
  if (lateness === 'stuck') return <StuckNotice document={document} />
  if (!usual || state === 'uncertain') return null
  const range = format.durationRange(usual)
  return lateness === 'overdue' ? (
    <p className="figures text-attention text-sm">{t('review.waiting.overdue', { range })}</p>
  ) : (
    <p className="figures text-ink-faint text-sm">{t('review.waiting.usual', { range })}</p>
  )
}
