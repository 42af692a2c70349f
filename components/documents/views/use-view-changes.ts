'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { changeView, createView, deleteView, documentViewsQuery } from '@/lib/documents/views/queries'
import type { DocumentView, NewView, ViewChange } from '@/lib/documents/views/schema'

type ViewAction =
  | { kind: 'create'; view: NewView }
  | { kind: 'change'; id: string; change: ViewChange }
  | { kind: 'delete'; id: string }

const send = (action: ViewAction) => {
  if (action.kind === 'create') return createView(action.view)
  return action.kind === 'change' ? changeView(action) : deleteView(action.id)
}

type Done = { action: ViewAction; view: DocumentView | null }

/** Keeps, changes and deletes views; `onDone` is given the one it was about, null once deleted. */
export function useViewChanges(onDone: (done: Done) => void) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: send,
    onSuccess: ({ id, views }, action) => {
      client.setQueryData(documentViewsQuery.queryKey, { views })
      onDone({ action, view: views.find((view) => view.id === id) ?? null })
    },
  })
  return { act: mutate, isPending, reset, problem: error ? failureText({ t, error }) : undefined }
}
