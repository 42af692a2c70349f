'use client'

import { useQuery } from '@tanstack/react-query'
import { classNames } from '@/components/ui/class-names'
import { reviewQueueQuery } from '@/lib/documents/review-queries'
import { useI18n } from '../i18n'

/** How many documents wait for a person; nothing while none does. */
export function ReviewCount({ className }: { className: string }) {
  const { t, format } = useI18n()
  const { data } = useQuery(reviewQueueQuery())
  if (!data || data.documents === 0) return null
  return (
    <span
      className={classNames(
        'figures rounded-full bg-attention-soft px-1.5 font-medium text-attention text-xs leading-5',
        className,
      )}
    >
      <span aria-hidden>{format.number(data.documents)}</span>
      <span className="sr-only">{t('review.queue.waiting', { count: data.documents })}</span>
    </span>
  )
}
