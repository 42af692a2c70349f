import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { IconButton } from '@/components/ui/controls/icon-button'
import type { FieldOfReview } from './use-current-field'

type FieldStepsProps = Pick<FieldOfReview, 'review'> & { onStep: (by: -1 | 1) => void }

/** Where one is among the fields; on a phone with the buttons that do what a swipe does. Nothing is decided by them. */
export function FieldSteps({ review, onStep }: FieldStepsProps) {
  const { t, format } = useI18n()
  const { at, stops } = review
  const place = { at: format.number(at + 1), count: format.number(stops.length) }
  return (
    <div className="flex shrink-0 items-center gap-1">
      <IconButton
        label={t('review.queue.previous_field')}
        disabled={at === 0}
        onClick={() => onStep(-1)}
        className="size-11 lg:hidden"
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <span className="figures text-ink-soft text-sm">{t('review.queue.field_of', place)}</span>
      <IconButton
        label={t('review.queue.next_field')}
        disabled={at >= stops.length - 1}
        onClick={() => onStep(1)}
        className="size-11 lg:hidden"
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </div>
  )
}
