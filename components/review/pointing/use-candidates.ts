'use client'

import { useRef } from 'react'
import type { Evidence } from '@/lib/documents/attention/evidence'
import type { Place } from '@/lib/documents/model/corrections'
import type { ResultValue } from '../result/result-tree'
import { candidatesOf } from './candidates'
import { usePointing } from './pointing'
import { type PageWord, placeOf, type Run, wordAt } from './word-runs'

type Searched = {
  value: Pick<ResultValue, 'path' | 'entry' | 'evidence'> | null
  typed: string
  fits: (text: string) => boolean
}

type Reached = { page: number; run: Run }
/** `at` of `count` on its page, counted from 1. */
type FoundPlace = { place: Place; at: number; count: number }

/** So many pages are looked through for what fits. */
const mostPages = 20

/** A way through what fits a field, from where its value was read, page after page and round. */
export function useCandidates({ value, typed, fits }: Searched) {
  const pointing = usePointing()
  const reached = useRef<Reached | null>(null)
  // What was typed when the way began: what it puts into the field since is not typed.
  const wanted = useRef('')

  const runsOn = async (page: number) => {
    const words = (await pointing?.loadWords(page)) ?? []
    const kind = value?.entry ?? 'text'
    return { words, runs: candidatesOf({ words, kind, fits, typed: wanted.current }) }
  }
  const tell = ({
    page,
    run,
    words,
    runs,
  }: Reached & { words: PageWord[]; runs: Run[] }): FoundPlace | null => {
    reached.current = { page, run }
    const place = placeOf({ words: words.slice(run.from, run.to + 1), page })
    const at = runs.findIndex(({ from }) => from === run.from) + 1
    return place && { place, at: Math.max(1, at), count: Math.max(1, runs.length) }
  }

  const step = async (by: 1 | -1): Promise<FoundPlace | null> => {
    if (typed !== '' || !reached.current) wanted.current = typed
    if (typed !== '') reached.current = null
    const start = reached.current?.page ?? value?.evidence?.page ?? 1
    const count = Math.min(pointing?.document.pages ?? 1, mostPages)
    for (let turned = 0; turned <= count; turned += 1) {
      const page = pageAfter({ start, turned: turned * by, count: pointing?.document.pages ?? 1 })
      const { words, runs } = await runsOn(page)
      const from =
        turned === 0 ? (reached.current?.run.from ?? wordOf({ words, evidence: value?.evidence })) : null
      const run = nextRun({ runs, from, by })
      if (run) return tell({ page, run, words, runs })
    }
    return null
  }
  /** One word more or less at the end of what was reached. */
  const stretch = async (by: 1 | -1): Promise<FoundPlace | null> => {
    const before = reached.current
    if (!before) return step(1)
    const { words, runs } = await runsOn(before.page)
    const to = Math.min(words.length - 1, Math.max(before.run.from, before.run.to + by))
    return tell({ page: before.page, run: { from: before.run.from, to }, words, runs })
  }
  return {
    go: (how: 'next' | 'previous' | 'more' | 'less') => {
      if (how === 'next') return step(1)
      return how === 'previous' ? step(-1) : stretch(how === 'more' ? 1 : -1)
    },
  }
}

/** Round from the last to the first. */
function pageAfter({ start, turned, count }: { start: number; turned: number; count: number }): number {
  return ((((start - 1 + turned) % count) + count) % count) + 1
}

/** The first behind a word, or the last before it; without a word the first or last of all. */
function nextRun({ runs, from, by }: { runs: Run[]; from: number | null; by: 1 | -1 }): Run | undefined {
  if (by === 1) return runs.find((run) => from === null || run.from > from)
  return runs.findLast((run) => from === null || run.from < from)
}

/** The word that a value was read from; null where that is not known. */
function wordOf(read: { words: PageWord[]; evidence: Evidence | null | undefined }): number | null {
  if (!read.evidence?.box) return null
  const [x, y, , height] = read.evidence.box
  const at = wordAt({ boxes: read.words.map(({ box }) => box), point: [x + 0.001, y + height / 2] })
  return at < 0 ? null : at
}
