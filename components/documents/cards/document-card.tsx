import { Hourglass } from 'lucide-react'
import Link from 'next/link'
import { memo, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { TruncatedName } from '@/components/ui/truncated-name'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'
import { ConfirmedLine } from '../summary/confirmed-line'
import { DocumentHeadline } from '../summary/document-headline'
import { useLateness } from '../summary/lateness'
import { StateBadge } from '../summary/state-badge'
import { Thumbnail } from '../summary/thumbnail'
import { CardActions } from './card-actions'
import { CardMessage } from './card-message'
import { StageLine } from './stage-line'

/** One document as it stands. All of the card is the link to it; the buttons lie above. */
export const DocumentCard = memo(function DocumentCard({ document }: { document: DocumentSummary }) {
  const { t, format } = useI18n()
  const link = useRef<HTMLAnchorElement>(null)
  return (
    <article className="relative flex h-full flex-col gap-3 rounded-2xl border bg-surface p-3.5 shadow-small transition-colors hover:border-line-strong has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent">
      <div className="flex gap-3.5">
        <Thumbnail document={document} className="h-16 w-12.5" />
        <div className="min-w-0 flex-1">
          <h3 className="text-sm">
            <Link
              ref={link}
              href={documentPaths.page(document.id)}
              prefetch={false}
              className="block outline-none after:absolute after:inset-0 after:rounded-2xl"
            >
              <TruncatedName name={document.name} />
            </Link>
          </h3>
          <p className="figures truncate text-ink-faint text-xs">
            {[
              format.bytes(document.bytes),
              t('uploads.pages', { pages: document.pages }),
              document.step.name,
            ].join(' · ')}
          </p>
          <DocumentHeadline headline={document.headline} />
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
            <StateBadge {...document} />
            <ElapsedTime document={document} />
            {document.attempt > 1 ? (
              <span className="figures text-ink-faint text-xs">
                {t('card.attempt', { number: document.attempt })}
              </span>
            ) : null}
          </p>
        </div>
      </div>
      <CardMessage document={document} />
      <div className="mt-auto">
        <StageLine document={document} />
      </div>
      <div className="-mb-1 flex min-h-9 items-center justify-between gap-2 border-t pt-1">
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
