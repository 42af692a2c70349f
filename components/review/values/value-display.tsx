'use client'

import { CircleAlert, GraduationCap, PencilLine, Sparkles } from 'lucide-react'
import { memo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { LearntValue } from '@/lib/documents/model/learnt'
import { useSetPageFocus } from '../page/page-focus'
import type { ResultValue } from '../result/result-tree'
import { formatValue, plainValue } from '../result/value-text'

type ValueDisplayProps = {
  value: ResultValue
  className?: string
  /** In a table a dash says that nothing was found. */
  isCell?: boolean
}

/** A value in the reader's notation. Where its place on the page is known it is a button that shows that place. */
export const ValueDisplay = memo(function ValueDisplay({
  value,
  className,
  isCell = false,
}: ValueDisplayProps) {
  const { t, format } = useI18n()
  const setFocus = useSetPageFocus()
  const text = formatValue({ value, format, t })
  const { path, label, evidence } = value
  const look = classNames('min-w-0 whitespace-pre-line wrap-anywhere text-left', className)
  if (value.value === null) {
    return (
      <span className={classNames(look, 'text-ink-faint italic')}>
        {isCell ? <Dash words={text} /> : <span>{text}</span>}
        <ValueFlag value={value} />
      </span>
    )
  }

  const hint = [
    evidence?.text ? t('review.value.printed', { text: evidence.text }) : '',
    text === plainValue(value.value) ? '' : t('review.value.raw', { value: plainValue(value.value) }),
    evidence?.confidence == null
      ? ''
      : t('review.value.confidence', { percent: format.percent(evidence.confidence) }),
  ]
    .filter(Boolean)
    .join('\n')
  if (!evidence) {
    return (
      <span className={look} title={hint || undefined}>
        <span>{text}</span>
        <ValueFlag value={value} />
      </span>
    )
  }
  return (
    <button
      type="button"
      data-value={path}
      data-plain={plainValue(value.value)}
      data-doubtful={value.isToReview || undefined}
      title={hint || undefined}
      aria-label={t('review.value.show', { label, value: text, page: evidence.page })}
      onMouseEnter={() => setFocus({ path, evidence, how: 'hover' })}
      onFocus={() => setFocus({ path, evidence, how: 'focus' })}
      onClick={() => setFocus({ path, evidence, how: 'go' })}
      className={classNames(
        look,
        '-mx-1 rounded px-1 decoration-accent/40 decoration-dotted underline-offset-4 hover:bg-accent-soft focus-visible:bg-accent-soft',
      )}
    >
      <span>{text}</span>
      <ValueFlag value={value} />
    </button>
  )
})

function Dash({ words }: { words: string }) {
  return (
    <span title={words}>
      <span aria-hidden>–</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}

const look = 'ml-2 inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs'

/**
 * What is to be known of a value before it is trusted: put right by a person, learnt from other documents, suggested by
 * a model, or read with little certainty.
 */
function ValueFlag({ value }: { value: ResultValue }) {
  const { t, format } = useI18n()
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
        <span>{t('review.value.corrected')}</span>
      </span>
    )
  }
  if (value.learnt) return <LearntFlag value={value} learnt={value.learnt} />
  if (evidence?.source === 'model') {
    return (
      <span title={t('review.value.model_hint')} className={`${look} text-attention`}>
        <Sparkles aria-hidden className="size-3.5" />
        <span>{t('review.value.model')}</span>
      </span>
    )
  }
  if (!value.isToReview) return null
  return (
    <span
      title={
        evidence?.confidence == null
          ? undefined
          : t('review.value.doubtful_hint', { percent: format.percent(evidence.confidence) })
      }
      className={`${look} text-attention`}
    >
      <CircleAlert aria-hidden className="size-3.5" />
      <span>{t('review.value.doubtful')}</span>
    </span>
  )
}

/** Read as people taught; in the colour of doubt until its record says that it can be trusted. */
function LearntFlag({ value, learnt }: { value: ResultValue; learnt: LearntValue }) {
  const { t, format } = useI18n()
  const answered = formatValue({ value: { ...value, value: learnt.answered }, format, t })
  const percent = format.percent(learnt.certainty)
  return (
    <span
      title={t('review.value.learnt_hint', { answered, percent })}
      className={`${look} ${value.isToReview ? 'text-attention' : 'text-accent'}`}
    >
      <GraduationCap aria-hidden className="size-3.5" />
      <span>
        {t('review.value.learnt', { count: learnt.documents, number: format.number(learnt.documents) })}
      </span>
    </span>
  )
}
