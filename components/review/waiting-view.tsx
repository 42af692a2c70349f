'use client'

import type { DocumentDetail } from '@/lib/documents/schema'
import { useNow } from '../shell/use-now'
import { useWords } from '../shell/words'
import { StageList } from './stage-list'
import { stagesOf } from './stages'

const slowAfterMs = 120_000

/** While there are no values yet: where the document is on its way. The page changes by itself. */
export function WaitingView({ document }: { document: DocumentDetail }) {
  const { t } = useWords()
  const { state, reason } = document
  if (state === 'done' || state === 'failed' || state === 'cancelled') return null
  return (
    <div className="mx-auto max-w-md px-5 py-12">
      <h2 className="text-lg">{t(`review.waiting.title.${state}`)}</h2>
      <p role="status" className="mt-1 mb-8 text-ink-soft text-sm">
        {state === 'waiting' && reason ? `${t(`reason.${reason}`)} ` : null}
        {t(state === 'uncertain' ? 'review.waiting.uncertain' : 'review.waiting.text')}
      </p>
      <StageList stages={stagesOf(document)} />
      <TimeWords document={document} />
    </div>
  )
}

function TimeWords({ document: { state, nextTryAt, processingAt } }: { document: DocumentDetail }) {
  const { t, format } = useWords()
  const now = useNow()
  if (state === 'waiting' && nextTryAt && Date.parse(nextTryAt) > now.getTime()) {
    return (
      <p className="figures mt-6 text-ink-faint text-sm">
        {t('review.waiting.next_try', { ago: format.ago(nextTryAt, now) })}
      </p>
    )
  }
  if (state === 'processing' && processingAt && now.getTime() - Date.parse(processingAt) > slowAfterMs) {
    return <p className="mt-6 text-attention text-sm">{t('review.waiting.slow')}</p>
  }
  return null
}
