'use client'

import { BadgeCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import type { ColumnId } from '@/lib/documents/views/list-columns'
import { stepLabel } from '@/lib/steps/step-label'
import { needsReview } from '../cards/card-filter'
import { LateIcon } from '../summary/lateness'
import { StateBadge } from '../summary/state-badge'

/** What a column says of a document; `title` is what there may be no room for. */
export function useCell(): (
  id: ColumnId,
  document: DocumentSummary,
) => { content: ReactNode; title?: string } {
  const { t, format } = useI18n()
  const day = (value: string | null | undefined) =>
    value ? { content: format.day(value) } : { content: null }
  return (id, document) => {
    const { headline } = document
    switch (id) {
      case 'number':
        return { content: headline?.number, title: headline?.number ?? '' }
      case 'issued':
        return day(headline?.issued)
      case 'due':
        return day(headline?.due)
      case 'total': {
        if (headline?.total == null) return { content: null }
        const words = format.money({ amount: headline.total, currency: headline.currency })
        return { content: words, title: words }
      }
      case 'toReview':
        return { content: needsReview(document) ? <ToReview count={document.toReview} /> : null }
      case 'state':
        return { content: <DocumentState document={document} /> }
      case 'received':
        return {
          content: format.dateTime(document.receivedAt),
          title: format.exactTime(document.receivedAt),
        }
      case 'step': {
        const name = stepLabel({ t, name: document.step.name })
        return { content: name, title: name }
      }
      case 'pages':
        return { content: format.number(document.pages) }
      case 'duration':
        return { content: <DocumentDuration document={document} /> }
      case 'person':
        return { content: document.uploadedBy.name, title: document.uploadedBy.name }
    }
  }
}

/** With what waits for a person beside it, where that has no column of its own. */
export function DocumentState({
  document,
  isAlone = false,
}: {
  document: DocumentSummary
  isAlone?: boolean
}) {
  const { t } = useI18n()
  return (
    <span className="flex items-center gap-2">
      <StateBadge {...document} />
      {isTerminal(document.state) ? null : <LateIcon document={document} />}
      {isAlone && needsReview(document) ? <ToReview count={document.toReview} /> : null}
      {document.checkedAt ? (
        <span title={t('table.checked')} className="relative z-10 text-good">
          <BadgeCheck aria-hidden className="size-4" />
          <span className="sr-only">{t('table.checked')}</span>
        </span>
      ) : null}
    </span>
  )
}

function ToReview({ count }: { count: number }) {
  const { t, format } = useI18n()
  const number = format.number(count)
  const words = t('to_review.count', { number })
  return (
    <span title={words} className="relative z-10 inline-flex items-center gap-1 text-attention">
      <TriangleAlert aria-hidden className="size-4" />
      <span aria-hidden>{number}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}

type Timed = Pick<DocumentSummary, 'state' | 'receivedAt' | 'finishedAt'>

/** From receipt to the end; of an open document how long it has been so far. */
function DocumentDuration({ document }: { document: Timed }) {
  const { format } = useI18n()
  if (!isTerminal(document.state)) return <ElapsedDuration receivedAt={document.receivedAt} />
  if (!document.finishedAt) return <span>–</span>
  const tookMs = Date.parse(document.finishedAt) - Date.parse(document.receivedAt)
  return <span>{format.duration(tookMs)}</span>
}

function ElapsedDuration({ receivedAt }: { receivedAt: string }) {
  const { format } = useI18n()
  const seconds = Math.floor((useNow().getTime() - Date.parse(receivedAt)) / 1000)
  return <span className="text-ink-faint">{`${format.duration(Math.max(0, seconds) * 1000)}…`}</span>
}
