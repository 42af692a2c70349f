'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { Place } from '@/lib/documents/model/corrections'
import { useSetPageFocus } from '../page/page-focus'
import type { ResultValue, Scalar } from '../result/result-tree'
import { type PointTarget, usePointing } from './pointing'
import { readPointed } from './read-pointed'
import { useCandidates } from './use-candidates'

export type Pointed = { entry: Exclude<Scalar, null>; place: Place }

type FieldPointing = {
  /** Null where no value is filled. */
  value: Pick<ResultValue, 'path' | 'entry' | 'evidence'> | null
  isActive: boolean
  /** What its person typed; empty while the field is as it came. */
  typed: string
  onPick: (pointed: Pointed) => void
  /** Words that the field does not take, in words for its person. */
  onMisfit: (problem: string) => void
}

/**
 * Fills a field from the page: by clicks on it, and by `press` with Alt and the arrows, down and up to the words that fit,
 * with Shift to one word more or less. `status` says what was reached.
 */
export function useFieldPointing({ value, isActive, typed, onPick, onMisfit }: FieldPointing) {
  const { t, format, locale } = useI18n()
  const pointing = usePointing()
  const setFocus = useSetPageFocus()
  const [status, setStatus] = useState<string | null>(null)
  const paper = pointing?.notation ?? { decimal: null, isDayFirst: null }
  const kind = value?.entry ?? 'text'
  const read = (text: string) => readPointed({ text, kind, locale, paper })

  const take = (place: Place): boolean => {
    const entry = read(place.text)
    if (entry === undefined) {
      onMisfit(t('review.point.misfit', { text: place.text, kind }))
      return false
    }
    onPick({ entry, place })
    return true
  }
  const candidates = useCandidates({ value, typed, fits: (text) => read(text) !== undefined })

  const latest = useRef(take)
  latest.current = take
  const path = value && kind !== 'boolean' ? value.path : null
  useEffect(() => {
    if (!pointing || path === null || !isActive) return
    const target: PointTarget = {
      path,
      take: (place) => {
        setStatus(null)
        latest.current(place)
      },
    }
    pointing.activate(target)
    return () => pointing.deactivate(target)
  }, [pointing, path, isActive])

  const go = async (how: 'next' | 'previous' | 'more' | 'less') => {
    const found = await candidates.go(how)
    if (!found) return setStatus(t('review.point.none'))
    const { place, at, count } = found
    pointing?.choose(place)
    setFocus({ path: path ?? '', evidence: { ...place, confidence: null }, how: 'focus' })
    if (!take(place)) return
    const where = { page: format.number(place.page), at: format.number(at), count: format.number(count) }
    setStatus(t('review.point.at', { text: place.text, ...where }))
  }
  /** Whether the key was one of these. */
  const press = (event: KeyboardEvent): boolean => {
    const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (!isArrow || !event.altKey || event.ctrlKey || event.metaKey || !pointing || path === null)
      return false
    event.preventDefault()
    const isDown = event.key === 'ArrowDown'
    void go(event.shiftKey ? (isDown ? 'more' : 'less') : isDown ? 'next' : 'previous')
    return true
  }
  return { press, status, clear: () => setStatus(null) }
}
