import { Hourglass } from 'lucide-react'
import Link from 'next/link'
import { memo, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { Tone } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import { documentPaths } from '@/lib/documents/queries'
import { ConfirmedLine } from '../summary/confirmed-line'
import { useLateness } from '../summary/lateness'
import { StateBadge, toneOf } from '../summary/state-badge'
import { Thumbnail } from '../summary/thumbnail'
import { CardActions } from './card-actions'
import { CardMessage } from './card-message'
import { CardTitle } from './card-title'
import { StageLine } from './stage-line'

const edges: Record<Tone, string> = {
  neutral: 'border-l-control',
  working: 'border-l-working',
  good: 'border-l-good',
  attention: 'border-l-attention',
  bad: 'border-l-bad',
  accent: 'border-l-accent',
}

/** One document as it stands. All of the card is the link to it; the buttons lie above. */
export const DocumentCard = memo(function DocumentCard({ document }: { document: DocumentSummary }) {
  const { t } = useI18n()
  const link = useRef<HTMLAnchorElement>(null)
  return (
    <article
      className={classNames(
        'relative flex h-full flex-col gap-2.5 rounded-xl border border-l-4 bg-surface p-3 shadow-small transition-colors hover:border-y-line-strong hover:border-r-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent',
        edges[toneOf(document)],
      )}
    >
      <div className="flex gap-3">
        <Thumbnail document={document} className="h-14 w-11" />
        <h3 className="min-w-0 flex-1 font-normal text-sm">
          <Link
            ref={link}
            href={documentPaths.page(document.id)}
            prefetch={false}
            className="block outline-none after:absolute after:inset-0 after:rounded-xl"
          >
            <CardTitle document={document} />
          </Link>
        </h3>
      </div>
      <CardMessage document={document} />
      {isTerminal(document.state) ? null : <StageLine document={document} />}
      <div className="mt-auto flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
        <StateBadge {...document} />
        <ElapsedTime document={document} />
        {document.attempt > 1 ? (
          <span className="figures text-ink-faint text-xs">
            {t('card.attempt', { number: document.attempt })}
          </span>
        ) : null}
        <ConfirmedLine document={document} />
        <CardActions document={document} onDone={() => link.current?.focus()} />
      </div>
    </article>
  )
})

/** How long an open document has been in its state, how long reading one like it usually takes, and whether it is late. */
function ElapsedTime({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const { inStateMs, usual, lateness } = useLateness(document)
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
          <span>{t('card.overdue')}</span>
        </span>
      ) : null}
    </>
  )
}
