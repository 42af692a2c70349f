'use client'

import { BadgeCheck, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import { classNames } from '@/components/ui/class-names'
import { Checkbox } from '@/components/ui/controls/checkbox'
import { TruncatedName } from '@/components/ui/truncated-name'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { isTerminal } from '@/lib/documents/model/status'
import { documentPaths } from '@/lib/documents/queries'
import { needsReview } from '../cards/card-filter'
import { DocumentHeadline } from '../summary/document-headline'
import { LateIcon } from '../summary/lateness'
import { StateBadge } from '../summary/state-badge'
import { Thumbnail } from '../summary/thumbnail'
import { columnShown, rowGrid } from './table-columns'

type DocumentRowProps = {
  document: DocumentSummary
  isSelected: boolean
  onToggle: (id: string) => void
}

/** One document as a line, or as a card where the table is narrow. All of it is the link; the box selects. */
export const DocumentRow = memo(function DocumentRow({ document, isSelected, onToggle }: DocumentRowProps) {
  const { t, format } = useI18n()
  return (
    <tr
      data-selected={isSelected}
      className={classNames(
        rowGrid,
        'relative scroll-mt-24 border-b px-4 py-2.5 text-sm transition-colors [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] last:border-b-0 hover:bg-sunken/50 has-[a:focus-visible]:bg-accent-soft/60 data-[selected=true]:bg-accent-soft @2xl:py-1.5',
      )}
    >
      <td className="relative z-10 flex">
        <Checkbox
          checked={isSelected}
          onCheckedChange={() => onToggle(document.id)}
          aria-label={t('table.select', { name: document.name })}
          className="before:absolute before:-inset-2.5"
        />
      </td>
      <td className="flex min-w-0 items-center gap-3">
        <Thumbnail document={document} className="h-11 w-9 @2xl:h-9 @2xl:w-8" />
        <div className="min-w-0">
          <Link
            href={documentPaths.page(document.id)}
            prefetch={false}
            data-row={document.id}
            className="block min-w-0 font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
          >
            <TruncatedName name={document.name} />
          </Link>
          <DocumentHeadline headline={document.headline} />
          <p className="figures truncate text-ink-faint text-xs @4xl:hidden">
            <span className="@2xl:hidden">{t('review.pages', { pages: document.pages })} · </span>
            {document.step.name}
          </p>
          <p className="figures truncate text-ink-faint text-xs @2xl:hidden">
            {format.dateTime(document.receivedAt)}
          </p>
        </div>
      </td>
      <td className={classNames('truncate text-ink-soft', columnShown.step)} title={document.step.name}>
        {document.step.name}
      </td>
      <td className={classNames('figures text-right text-ink-soft', columnShown.pages)}>
        {format.number(document.pages)}
      </td>
      <td className="flex items-center gap-2">
        <StateBadge {...document} />
        {isTerminal(document.state) ? null : <LateIcon document={document} />}
        {needsReview(document) ? <ToReview count={document.toReview} /> : null}
        {document.checkedAt ? <Checked /> : null}
      </td>
      <td
        className={classNames('figures truncate text-right text-ink-soft', columnShown.received)}
        title={format.exactTime(document.receivedAt)}
      >
        {format.dateTime(document.receivedAt)}
      </td>
      <td className={classNames('figures text-right text-ink-soft', columnShown.duration)}>
        <DocumentDuration document={document} />
      </td>
      <td
        className={classNames('truncate text-ink-soft', columnShown.person)}
        title={document.uploadedBy.name}
      >
        {document.uploadedBy.name}
      </td>
    </tr>
  )
})

function Checked() {
  const { t } = useI18n()
  return (
    <span title={t('table.checked')} className="relative z-10 text-good">
      <BadgeCheck aria-hidden className="size-4" />
      <span className="sr-only">{t('table.checked')}</span>
    </span>
  )
}

function ToReview({ count }: { count: number }) {
  const { t, format } = useI18n()
  const words = t('to_review.count', { number: format.number(count) })
  return (
    <span title={words} className="relative z-10 text-attention">
      <TriangleAlert aria-hidden className="size-4" />
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
  return <span className="text-ink-faint">{format.duration(Math.max(0, seconds) * 1000)}…</span>
}
