'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { breachesOf } from '@/lib/documents/findings/all-items'
import type { Breach } from '@/lib/documents/findings/breaches'
import { placeCorrections } from '@/lib/documents/model/corrections'
import { readingOf } from '@/lib/documents/model/learnt'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { useOutbox } from '../outbox/outbox-provider'
import type { ReviewChange } from '../outbox/review-change'
import { stamp } from '../outbox/stamp'
import type { ResultValue } from '../result/result-tree'
import type { TableChange } from './table-change'

type TableWork = {
  resultSchema: DocumentDetail['resultSchema']
  /** All values of the document: among them those that sums answer to. */
  values: ResultValue[]
  /** As people put it right, with each path leading to its own value. */
  result: Record<string, unknown>
  /** The rules that it breaks. */
  breaches: Breach[]
  /** Shown at once and sent meanwhile; null where tables are only shown. */
  save: ((changes: TableChange[]) => void) | null
}

const WorkContext = createContext<TableWork>({
  resultSchema: null,
  values: [],
  result: {},
  breaches: [],
  save: null,
})

type TableWorkProviderProps = {
  document: Pick<DocumentDetail, 'id' | 'resultSchema' | 'result' | 'learnt' | 'corrections'>
  values: ResultValue[]
  children: ReactNode
}

/** What the tables of a document need of the rest of it, and the way their changes go. */
export function TableWorkProvider({ document, values, children }: TableWorkProviderProps) {
  const outbox = useOutbox()
  const { id, resultSchema, result: read, learnt, corrections } = document
  const checked = useMemo(() => {
    const reading = { result: readingOf({ result: read ?? {}, learnt }), corrections }
    return { result: placeCorrections(reading), breaches: breachesOf(reading) }
  }, [read, learnt, corrections])
  const work = useMemo((): TableWork => {
    const save = (changes: TableChange[]) =>
      outbox?.add(changes.map((change) => ({ ...change, ...stamp(), documentId: id }) as ReviewChange))
    return { resultSchema, values, ...checked, save: outbox ? save : null }
  }, [outbox, id, resultSchema, values, checked])
  return <WorkContext value={work}>{children}</WorkContext>
}

export function useTableWork(): TableWork {
  return useContext(WorkContext)
}
