'use client'

import { SkipForward } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { DocumentHeadline } from '@/components/documents/summary/document-headline'
import { useI18n } from '@/components/shell/i18n'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { TruncatedName } from '@/components/ui/truncated-name'
import { documentPaths } from '@/lib/documents/queries'
import { type Checked, useDocumentReview } from '../field/use-document-review'
import { PageFocusProvider, useSetPageFocus } from '../page/page-focus'
import { PagePicturesProvider } from '../page/page-pictures'
import { useMarks } from '../page/use-marks'
import { PointableOriginal } from '../pointing/pointable-original'
import { PointingProvider } from '../pointing/pointing'
import type { ResultValue } from '../result/result-tree'
import { TableWorkProvider } from '../table/table-work'
import { QueueForm } from './queue-form'
import { QueueTables } from './queue-tables'
import { useHeldClaim } from './use-held-claim'

type QueueDocumentProps = {
  id: string
  by: { id: string; name: string }
  /** False for the next one, which is drawn out of sight so that it is there at once. */
  isCurrent: boolean
  onChecked: (checked: Checked) => void
  onSent: () => void
  onSkip: () => void
}

/** One document of the queue: the page brought close to what is to be decided, beside the form. */
export function QueueDocument(props: QueueDocumentProps) {
  return (
    <div
      inert={!props.isCurrent}
      aria-hidden={!props.isCurrent}
      className={props.isCurrent ? 'animate-enter' : 'pointer-events-none invisible absolute inset-0'}
    >
      <PageFocusProvider>
        <PagePicturesProvider>
          <Panes {...props} />
        </PagePicturesProvider>
      </PageFocusProvider>
    </div>
  )
}

const keys: ShortcutHint[] = [
  { keys: 'Enter', label: 'review.queue.keys.right' },
  { keys: 'Shift Enter', label: 'review.queue.keys.back' },
  { keys: 'Alt Enter', label: 'review.queue.keys.absent' },
  { keys: 'Alt ↓ ↑', label: 'review.keys.point_next' },
  { keys: 'Alt Shift ↓ ↑', label: 'review.keys.point_more' },
]

const sheet = 'overflow-hidden rounded-2xl border bg-surface shadow-small'

function Panes({ id, by, isCurrent, onChecked, onSent, onSkip }: QueueDocumentProps) {
  const { t } = useI18n()
  const review = useDocumentReview({ id, by, onChecked, onSent })
  const { document, values, value: shown } = review
  const takenBy = useHeldClaim(id)
  useShortcutHints(keys)
  const marks = useMarks(values)
  useShownOnPage(shown)
  if (!document) return <Skeleton className="h-96 rounded-2xl" />
  const goToPath = (path: string) => {
    const at = review.stops.findIndex(({ id }) => id === path)
    if (at >= 0) review.goTo(at)
  }
  const skip = (
    <Button size="small" variant="quiet" onClick={onSkip}>
      <SkipForward aria-hidden />
      <span>{t(takenBy === null ? 'review.queue.skip' : 'review.queue.next_document')}</span>
    </Button>
  )
  return (
    <>
      {takenBy === null ? null : (
        <Notice urgent tone="attention" title={t('review.queue.taken', { name: takenBy })} className="mb-3" />
      )}
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h2 className="min-w-0 text-base">
            <Link href={documentPaths.page(id)} prefetch={false} className="hover:underline">
              <TruncatedName name={document.name} />
            </Link>
          </h2>
          <DocumentHeadline headline={document.headline} />
        </div>
        {skip}
      </div>
      <PointingProvider document={document} values={values}>
        <div className="grid gap-4 lg:h-[calc(100dvh-13.5rem)] lg:min-h-[28rem] lg:grid-cols-[54fr_46fr]">
          <div className={classNames(sheet, 'h-[34dvh] lg:h-full')}>
            <PointableOriginal document={document} marks={marks} hasKeys={isCurrent} onChoose={goToPath} />
          </div>
          <div className={classNames(sheet, 'lg:h-full lg:overflow-y-auto')}>
            <QueueForm review={review} document={document} by={by} isCurrent={isCurrent} />
            <TableWorkProvider document={document} values={values}>
              <QueueTables document={document} />
            </TableWorkProvider>
          </div>
        </div>
      </PointingProvider>
    </>
  )
}

/** Brings the page to where a value was read. */
function useShownOnPage(value: ResultValue | null): void {
  const setFocus = useSetPageFocus()
  const path = value?.path ?? null
  const evidence = value?.evidence ?? null
  const place = JSON.stringify([path, evidence?.page, evidence?.box])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place in a new object is no other place
  useEffect(() => {
    setFocus(path !== null && evidence ? { path, evidence, how: 'review' } : null)
  }, [place, setFocus])
}
