'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { Place } from '@/lib/documents/model/corrections'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { pageWordsQuery } from '@/lib/documents/words/queries'
import { type Notation, notationOf } from '../result/notation'
import type { ResultValue } from '../result/result-tree'
import type { PageWord } from './word-runs'

/** The field that words of the page go into. */
export type PointTarget = { path: string; take: (place: Place) => void }

type ReadPage = (page: number) => Promise<PageWord[]>

type Pointing = {
  document: Pick<DocumentDetail, 'id' | 'attempt' | 'pages'>
  notation: Notation
  /** What the engine read on a page, else the text of the PDF itself, else nothing. */
  loadWords: ReadPage
  setPdfText: (read: ReadPage | null) => void
  activate: (target: PointTarget) => void
  /** What it had chosen is no longer shown either. */
  deactivate: (target: PointTarget) => void
  choose: (place: Place | null) => void
}

type Pointed = { target: PointTarget | null; chosen: Place | null }

const PointingContext = createContext<Pointing | null>(null)
const PointedContext = createContext<Pointed>({ target: null, chosen: null })

type PointingProviderProps = {
  document: Pointing['document']
  values: ResultValue[]
  children: ReactNode
}

/** Lets the words of the pages go into the field that is being filled. */
export function PointingProvider({ document, values, children }: PointingProviderProps) {
  const client = useQueryClient()
  const { id, attempt, pages } = document
  const { decimal, isDayFirst } = useMemo(() => notationOf(values), [values])
  const [pointed, setPointed] = useState<Pointed>({ target: null, chosen: null })
  const pdfText = useRef<ReadPage | null>(null)

  const loadWords = useCallback(
    async (page: number): Promise<PageWord[]> => {
      const answer = await client.fetchQuery(pageWordsQuery({ id, attempt, page })).catch(() => null)
      const read = answer?.pages?.find((one) => one.page === page)
      return read?.words ?? (await pdfText.current?.(page)) ?? []
    },
    [client, id, attempt],
  )
  const pointing = useMemo(
    (): Pointing => ({
      document: { id, attempt, pages },
      notation: { decimal, isDayFirst },
      loadWords,
      setPdfText: (read) => {
        pdfText.current = read
      },
      activate: (target) => setPointed({ target, chosen: null }),
      deactivate: (target) =>
        setPointed((before) => (before.target === target ? { target: null, chosen: null } : before)),
      choose: (chosen) => setPointed((before) => ({ ...before, chosen })),
    }),
    [id, attempt, pages, decimal, isDayFirst, loadWords],
  )
  return (
    <PointingContext value={pointing}>
      <PointedContext value={pointed}>{children}</PointedContext>
    </PointingContext>
  )
}

/** Null where there is no page beside the values. */
export function usePointing(): Pointing | null {
  return useContext(PointingContext)
}

export function usePointed(): Pointed {
  return useContext(PointedContext)
}
