import { Hourglass } from 'lucide-react'
import { useNow } from '@/components/shell/use-now'
import { useWords } from '@/components/shell/words'
import type { DocumentSummary } from '@/lib/documents/schema'
import { usePace } from './use-lateness'

/** Past the hard limit: what is known, since when it is known, and what a person can do. */
export function StuckWords({ document }: { document: DocumentSummary }) {
  const { t, format } = useWords()
  const now = useNow()
  const { lateness } = usePace(document)
  if (lateness !== 'stuck') return null
  const { confirmedAt } = document
  return (
    <p className="flex gap-1.5 text-attention text-sm">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {confirmedAt ? t('card.stuck', { ago: format.ago(confirmedAt, now) }) : t('card.stuck_unconfirmed')}{' '}
        {t('card.stuck_hint')}
      </span>
    </p>
  )
}
