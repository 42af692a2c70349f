'use client'

import { useMemo } from 'react'
import { breachAt, breachesOf } from '@/lib/documents/findings/all-items'
import { readingOf } from '@/lib/documents/model/learnt'
import type { FindingItem } from '@/lib/documents/model/review-item'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { useSetPageFocus } from '../page/page-focus'
import { currencyOf } from '../result/amount-fields'
import type { ResultValue } from '../result/result-tree'
import { FindingSentence } from './finding-sentence'
import { findValue } from './findings-provider'

type FindingOfReviewProps = {
  review: { values: ResultValue[]; choosePart: (part: number) => void }
  stop: { kind: 'finding'; finding: FindingItem; fields: ResultValue[] } | { kind: 'field' } | null
  document: DocumentDetail
  /** What the stop is called where it is about no rule of ours. */
  words: string
}

/** The stop of a review: a rule in figures, each of which leads to its value, or its name. */
export function FindingOfReview({ review, stop, document, words }: FindingOfReviewProps) {
  const setFocus = useSetPageFocus()
  const { result, learnt, corrections } = document
  const breach = useMemo(
    () =>
      stop?.kind === 'finding' && result
        ? breachAt({
            item: stop.finding,
            breaches: breachesOf({ result: readingOf({ result, learnt }), corrections }),
          })
        : null,
    [stop, result, learnt, corrections],
  )
  if (!breach || stop?.kind !== 'finding') return <span>{words}</span>
  const valueAt = (path: string) => findValue({ values: review.values, path })
  const choose = (path: string) => {
    const part = stop.fields.findIndex((field) => field.path === path)
    if (part >= 0) return review.choosePart(part)
    const value = valueAt(path)
    if (value?.evidence) setFocus({ path: value.path, evidence: value.evidence, how: 'review' })
  }
  return (
    <FindingSentence
      breach={breach}
      currency={currencyOf(result ?? {})}
      valueAt={valueAt}
      onChoose={choose}
    />
  )
}
