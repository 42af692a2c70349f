import { useI18n } from '@/components/shell/i18n'
import type { FieldOfReview } from './use-current-field'

type Hinted = Pick<FieldOfReview, 'review' | 'stop'> & { isSigned: boolean; by: { name: string } }

/** What helps to decide: in whose name a finding is signed, that a field is asked for, or what was read or learnt and how surely. */
export function useFieldHint({ review, stop, isSigned, by }: Hinted): string {
  const { t, format } = useI18n()
  if (isSigned) return t('review.queue.printed_hint', { name: by.name })
  if (stop?.kind === 'field' && stop.isMissing) return t('review.queue.missing')
  const { text, confidence = null } = review.value?.evidence ?? {}
  const { documents } = review.value?.learnt ?? {}
  return [
    documents === undefined
      ? ''
      : t('review.value.learnt', { count: documents, number: format.number(documents) }),
    text ? t('review.queue.read', { value: text }) : '',
    confidence === null ? '' : t('review.queue.certainty', { percent: format.percent(confidence) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
