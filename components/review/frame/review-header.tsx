'use client'

import { ChevronDown, ChevronLeft, ChevronUp } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { StateBadge } from '@/components/documents/summary/state-badge'
import { useI18n } from '@/components/shell/i18n'
import { PrintedLine } from '@/components/shell/printed-line'
import { classNames } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'
import { TruncatedName } from '@/components/ui/truncated-name'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'
import { stepLabel } from '@/lib/steps/step-label'
import type { Neighbours } from './use-neighbours'

type ReviewHeaderProps = { document: DocumentSummary; neighbours: Neighbours; actions: ReactNode }

/** Which document this is, how it stands, and the way to those beside it. */
export function ReviewHeader({ document, neighbours, actions }: ReviewHeaderProps) {
  const { t, format } = useI18n()
  return (
    <header className="mb-4">
      <nav className="-ml-2 mb-1 flex items-center gap-1 text-sm print:hidden">
        <Link
          href={neighbours.listPath}
          className="inline-flex h-8 items-center gap-1 rounded-lg px-2 text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4" />
          <span>{t('review.back')}</span>
        </Link>
        <span className="ml-auto lg:ml-1" />
        <Neighbour id={neighbours.previousId} label={t('review.previous')} sign={<ChevronUp aria-hidden />} />
        <Neighbour id={neighbours.nextId} label={t('review.next')} sign={<ChevronDown aria-hidden />} />
      </nav>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex items-center gap-3">
            <h1 className="min-w-0 text-xl">
              <TruncatedName name={document.name} />
            </h1>
            <StateBadge {...document} />
          </div>
          <p className="figures mt-0.5 text-ink-soft text-sm">
            <span>
              {[
                stepLabel({ t, name: document.step.name }),
                t('review.pages', { pages: document.pages }),
                format.bytes(document.bytes),
                document.uploadedBy.name,
                '',
              ].join(' · ')}
            </span>
            <time dateTime={document.receivedAt} title={format.exactTime(document.receivedAt)}>
              {format.dateTime(document.receivedAt)}
            </time>
          </p>
          <PrintedLine />
        </div>
        <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
      </div>
    </header>
  )
}

function Neighbour({ id, label, sign }: { id: string | null; label: string; sign: ReactNode }) {
  const look = 'inline-flex size-8 items-center justify-center rounded-lg text-ink-soft [&_svg]:size-4'
  if (!id) {
    return (
      <span aria-hidden className={classNames(look, 'opacity-35')}>
        {sign}
      </span>
    )
  }
  return (
    <Tooltip label={label}>
      <Link
        href={documentPaths.page(id)}
        aria-label={label}
        className={classNames(look, 'hover:bg-sunken hover:text-ink')}
      >
        {sign}
      </Link>
    </Tooltip>
  )
}
