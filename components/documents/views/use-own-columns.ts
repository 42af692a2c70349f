'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { type ColumnId, knownColumns, usualColumns } from '@/lib/documents/views/list-columns'
import { ownColumnsQuery, saveOwnColumns } from '@/lib/documents/views/queries'
import type { OwnColumns } from '@/lib/documents/views/schema'

/** The columns this person chose, on whatever machine. Shown at once; where they cannot be kept, that is said. */
export function useOwnColumns(beginning: OwnColumns) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery({ ...ownColumnsQuery, initialData: beginning })
  const { mutate } = useMutation({
    mutationFn: saveOwnColumns,
    onMutate: (columns) => client.setQueryData(ownColumnsQuery.queryKey, { columns }),
    onSuccess: forgetStored,
    onError: (error) => toast.error(failureText({ t, error })),
  })
  const isChosen = beginning.columns !== null
  useEffect(() => {
    const carried = readStored()
    if (isChosen) forgetStored()
    else if (carried) mutate(carried)
  }, [isChosen, mutate])
  return { columns: data.columns ?? usualColumns, choose: (ids: ColumnId[]) => mutate(ids) }
}

/** Where columns were kept up to 0.2.0, for one browser alone. */
const item = 'intray.columns'

function readStored(): ColumnId[] | null {
  try {
    return knownColumns((localStorage.getItem(item) ?? '').split(','))
  } catch {
    return null
  }
}

function forgetStored(): void {
  try {
    localStorage.removeItem(item)
  } catch {
    // The browser forbids it: then there is nothing to read either.
  }
}
