'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
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
  /** Shown at once and sent meanwhile; null where tables are only shown. */
  save: ((changes: TableChange[]) => void) | null
}

const WorkContext = createContext<TableWork>({ resultSchema: null, values: [], save: null })

type TableWorkProviderProps = {
  document: Pick<DocumentDetail, 'id' | 'resultSchema'>
  values: ResultValue[]
  children: ReactNode
}

/** What the tables of a document need of the rest of it, and the way their changes go. */
export function TableWorkProvider({ document, values, children }: TableWorkProviderProps) {
  const outbox = useOutbox()
  const { id, resultSchema } = document
  const work = useMemo((): TableWork => {
    const save = (changes: TableChange[]) =>
      outbox?.add(changes.map((change) => ({ ...change, ...stamp(), documentId: id }) as ReviewChange))
    return { resultSchema, values, save: outbox ? save : null }
  }, [outbox, id, resultSchema, values])
  return <WorkContext value={work}>{children}</WorkContext>
}

export function useTableWork(): TableWork {
  return useContext(WorkContext)
}
