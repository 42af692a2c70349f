import { Hourglass } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import type { DocumentSummary } from '@/lib/documents/schema'
import { usePace } from '../summary/use-lateness'

/** How long an open document has been in its state, how long reading one like it usually takes, and whether it is late. */
export function RunningTime({ document }: { document: DocumentSummary }) {
  const { t, format } = useWords()
  const { inStateMs, usual, lateness } = usePace(document)
  if (inStateMs === null) return null
  const estimate = usual && document.state !== 'uncertain' ? format.durationRange(usual) : null
  return (
    <>
      <span className="figures text-ink-soft text-xs">{format.duration(inStateMs)}</span>
      {estimate ? (
        <span className="figures text-ink-faint text-xs">
          {t(document.state === 'processing' ? 'card.usual' : 'card.usual_then', { range: estimate })}
        </span>
      ) : null}
      {lateness === 'overdue' ? (
        <span className="inline-flex items-center gap-1 text-attention text-xs">
          <Hourglass aria-hidden className="size-3.5" />
          {t('card.overdue')}
        </span>
      ) : null}
    </>
  )
}
