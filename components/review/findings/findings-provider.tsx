'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { currencyOf } from '../result/amount-fields'
import type { ResultValue } from '../result/result-tree'
import { type Standing, standingFindings } from './standing'

type Findings = {
  document: DocumentDetail
  currency: string | null
  at: ReadonlyMap<string, Standing[]>
  /** A value by its path; of a row or list its first that has a place on the page. */
  valueAt: (path: string) => ResultValue | undefined
  /** Moves the keyboard to a value. */
  onChoose: (path: string) => void
}

const FindingsContext = createContext<Findings | null>(null)

type FindingsProviderProps = Pick<Findings, 'document' | 'onChoose'> & {
  values: ResultValue[]
  children: ReactNode
}

/** Lets the values below show what was found about them. */
export function FindingsProvider({ document, values, onChoose, children }: FindingsProviderProps) {
  const findings = useMemo(
    (): Findings => ({
      document,
      currency: currencyOf(document.result ?? {}),
      at: byPlace(standingFindings({ document, values })),
      valueAt: (path) => findValue({ values, path }),
      onChoose,
    }),
    [document, values, onChoose],
  )
  return <FindingsContext value={findings}>{children}</FindingsContext>
}

function byPlace(found: Standing[]): Map<string, Standing[]> {
  const places = new Map<string, Standing[]>()
  for (const one of found) places.set(one.at, [...(places.get(one.at) ?? []), one])
  return places
}

/** Null where values are shown without what was found about them. */
export function useFindings(): Findings | null {
  return useContext(FindingsContext)
}

export function findValue({ values, path }: { values: ResultValue[]; path: string }) {
  const within = values.filter((value) => value.path.startsWith(`${path}.`))
  return values.find((value) => value.path === path) ?? within.find(({ evidence }) => evidence) ?? within[0]
}
