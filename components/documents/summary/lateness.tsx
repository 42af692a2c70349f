import { useQuery } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useMemo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import { type Pace, paceOf } from '@/lib/documents/model/pace'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { usualTimesQuery } from '@/lib/documents/queries'

/** Past the hard limit: what is known, since when it is known, and what a person can do. */
export function StuckNotice({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const now = useNow()
  const { lateness } = useLateness(document)
  if (lateness !== 'stuck') return null
  const { confirmedAt } = document
  return (
    <p className="flex gap-1.5 text-attention text-sm">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span>
          {confirmedAt ? t('card.stuck', { ago: format.ago(confirmedAt, now) }) : t('card.stuck_unconfirmed')}
        </span>{' '}
        <span>{t('card.stuck_hint')}</span>
      </span>
    </p>
  )
}

/** The pace of the document at this moment. Ticks once a second. */
export function useLateness(document: DocumentSummary): Pace {
  const { data } = useQuery(usualTimesQuery)
  return paceOf({ document, times: data?.times ?? {}, now: useNow() })
}

/** The ids of those that take longer than usual; the same set until one joins or leaves. */
export function useLateDocuments(documents: readonly DocumentSummary[]): ReadonlySet<string> {
  const { data } = useQuery(usualTimesQuery)
  const now = useNow()
  const times = data?.times ?? {}
  const ids = documents
    .filter((document) => paceOf({ document, times, now }).lateness !== null)
    .map(({ id }) => id)
    .join(' ')
  return useMemo(() => new Set(ids.split(' ').filter(Boolean)), [ids])
}

/** A sign beside the state of a document that takes longer than usual. */
export function LateIcon({ document }: { document: DocumentSummary }) {
  const { t } = useI18n()
  if (useLateness(document).lateness === null) return null
  return (
    <span title={t('card.overdue')} className="relative z-10 text-attention">
      <Hourglass aria-hidden className="size-4" />
      <span className="sr-only">{t('card.overdue')}</span>
    </span>
  )
}
