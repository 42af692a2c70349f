import { BadgeCheck, Eye } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import { isErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import { StuckNotice } from '../summary/lateness'
import { needsReview } from './card-filter'

/** What there is to know beside the state: why it waits or failed, or that the result needs a look. */
export function CardMessage({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const { state, reason, error, toReview } = document
  if (state === 'waiting' && reason && reason !== 'queue')
    return (
      <p className="text-ink-soft text-sm">
        <span>{t(`reason.${reason}`)}</span> <NextTry document={document} />
      </p>
    )
  if (error && (state === 'failed' || state === 'uncertain'))
    return (
      <div className="text-sm">
        <p className="text-ink-soft">
          {isErrorCode(error.code) ? errorMessage(t, { code: error.code }) : error.message}
        </p>
        {error.detail ? (
          <p className="mt-0.5 line-clamp-2 break-words text-ink-faint" title={error.detail}>
            {t('card.detail', { detail: error.detail })}
          </p>
        ) : null}
      </div>
    )
  if (!isTerminal(state)) return <StuckNotice document={document} />
  if (needsReview(document))
    return (
      <p className="inline-flex items-center gap-1.5 text-attention text-sm">
        <Eye aria-hidden className="size-4" />
        <span>{t('to_review.count', { number: format.number(toReview) })}</span>
      </p>
    )
  if (document.checkedAt)
    return (
      <p className="inline-flex items-center gap-1.5 text-good text-sm">
        <BadgeCheck aria-hidden className="size-4" />
        <span>{t('card.checked')}</span>
      </p>
    )
  return null
}

function NextTry({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const now = useNow()
  const { nextTryAt } = document
  if (!nextTryAt || Date.parse(nextTryAt) <= now.getTime()) return null
  return <span>{t('card.next_try', { in: format.ago(nextTryAt, now) })}</span>
}
