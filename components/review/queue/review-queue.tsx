'use client'

import { useQuery } from '@tanstack/react-query'
import { GraduationCap, ListChecks } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useI18n } from '@/components/shell/i18n'
import { LoadProblem } from '@/components/shell/load-problem'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { reviewQueueQuery } from '@/lib/documents/review-queries'
import { undoReview } from '../field/undo-review'
import type { Checked } from '../field/use-document-review'
import { useOutbox, useOutboxState } from '../outbox/outbox-provider'
import { ClaimedByOthers } from './claimed-by-others'
import { QueueDocument } from './queue-document'
import { QueueFilters } from './queue-filters'
import { useQueueFilter } from './use-queue-filter'
import { useReviewQueue } from './use-review-queue'

type ReviewQueueProps = { person: { id: string; name: string }; seesLessons?: boolean }

/** All that waits for a person, field by field and one document after the other. */
export function ReviewQueue({ person, seesLessons = false }: ReviewQueueProps) {
  const { t, format } = useI18n()
  const { filter, change } = useQueueFilter()
  const { data } = useQuery(reviewQueueQuery(filter))
  const [by] = useState(person)
  const queue = useReviewQueue(filter)
  const { current, ahead } = queue
  const outbox = useOutbox()
  const { changes, isStuck } = useOutboxState(outbox)

  const isFree = data ? data.documents > data.claimed.length : false
  const { begin } = queue
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once at each news of the queue
  useEffect(() => {
    if (current === null && isFree && changes.length === 0) void begin()
  }, [data])

  const onChecked = ({ document: { id, name }, decisions }: Checked) => {
    toast(t('review.queue.checked', { name }), {
      action: {
        label: t('review.queue.undo'),
        onClick: () => {
          outbox?.add(undoReview({ documentId: id, decisions }))
          queue.goBackTo(id)
        },
      },
    })
    void queue.goOn(id)
  }
  const isFiltered = Object.keys(filter).length > 0
  return (
    <>
      <PageHeader
        title={
          data ? t('to_review.count', { number: format.number(data.documents) }) : t('review.queue.title')
        }
        actions={
          <>
            <ClaimedByOthers claimed={data?.claimed ?? []} onTaken={queue.goBackTo} />
            <QueueFilters filter={filter} queue={data} onChange={change} />
            {seesLessons ? <LessonsLink /> : null}
          </>
        }
      />
      {isStuck ? (
        <Notice
          tone="attention"
          title={t('review.queue.pending', { count: changes.length })}
          className="mb-3"
        />
      ) : null}
      {queue.problem ? (
        <LoadProblem error={queue.problem} onRetry={() => void queue.begin()} />
      ) : current === undefined ? (
        <Skeleton className="h-96 rounded-2xl" />
      ) : current === null ? (
        <EmptyState
          icon={<ListChecks aria-hidden />}
          title={t(isFiltered ? 'review.queue.empty_filter' : 'review.queue.empty')}
          actions={
            isFiltered ? <Button onClick={() => change({})}>{t('table.filter.clear')}</Button> : undefined
          }
        >
          {t(data && data.claimed.length > 0 ? 'review.queue.busy' : 'review.queue.empty_hint')}
        </EmptyState>
      ) : (
        <div className="relative">
          {[current, ahead].map((id) =>
            id ? (
              <QueueDocument
                key={id}
                id={id}
                by={by}
                isCurrent={id === current}
                onChecked={onChecked}
                onSent={() => void queue.skip(id)}
                onSkip={() => void queue.skip(id)}
              />
            ) : null,
          )}
        </div>
      )}
    </>
  )
}

function LessonsLink() {
  const { t } = useI18n()
  return (
    <Button asChild variant="quiet" size="small">
      <Link href="/review/lessons">
        <GraduationCap aria-hidden />
        <span>{t('lessons.open')}</span>
      </Link>
    </Button>
  )
}
