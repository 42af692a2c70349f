import { Hourglass } from 'lucide-react'
import type { DocumentSummary } from '@/lib/documents/schema'
import { useNow } from '../shell/use-now'
import { useWords } from '../shell/words'
import { isSlow, stateSince } from './stage-times'

/** How long an open document has been in its state, and whether that is unusual. */
export function RunningTime({ document }: { document: DocumentSummary }) {
  const since = stateSince(document)
  return since ? <Clock document={document} since={since} /> : null
}

function Clock({ document, since }: { document: DocumentSummary; since: string }) {
  const { t, format } = useWords()
  const now = useNow()
  const seconds = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 1_000))
  return (
    <>
      <span className="figures text-ink-soft text-xs">{format.duration(seconds * 1_000)}</span>
      {isSlow({ document, now }) ? (
        <span className="inline-flex items-center gap-1 text-attention text-xs">
          <Hourglass aria-hidden className="size-3.5" />
          {t('card.slow')}
        </span>
      ) : null}
    </>
  )
}
