'use client'

import { CircleAlert, PencilLine, Sparkles } from 'lucide-react'
import { useWords } from '@/components/shell/words'
import { isDoubtful } from '../result/evidence'
import type { ResultValue } from '../result/result-tree'
import { formatValue } from '../result/value-text'

const look = 'ml-2 inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs'

/**
 * What is to be known of a value before it is trusted: put right by a person, suggested by a model, or read with
 * little certainty.
 */
export function ValueMark({ value }: { value: ResultValue }) {
  const { t, format } = useWords()
  const { correction, evidence } = value
  if (correction) {
    const read = formatValue({ value: { ...value, value: correction.read }, format, t })
    const { at, by } = correction
    return (
      <span
        title={t('review.value.corrected_hint', { read, name: by.name, time: format.dateTime(at) })}
        className={`${look} text-accent`}
      >
        <PencilLine aria-hidden className="size-3.5" />
        {t('review.value.corrected')}
      </span>
    )
  }
  if (evidence?.source === 'model') {
    return (
      <span title={t('review.value.model_hint')} className={`${look} text-attention`}>
        <Sparkles aria-hidden className="size-3.5" />
        {t('review.value.model')}
      </span>
    )
  }
  if (!isDoubtful(evidence)) return null
  return (
    <span
      title={t('review.value.doubtful_hint', { percent: format.percent(evidence?.confidence ?? 0) })}
      className={`${look} text-attention`}
    >
      <CircleAlert aria-hidden className="size-3.5" />
      {t('review.value.doubtful')}
    </span>
  )
}
