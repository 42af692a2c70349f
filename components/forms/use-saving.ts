'use client'

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'

type SavingOptions<Change, Answer> = {
  /** Where the answer, the whole as it now is, belongs. */
  queryKey: QueryKey
  send: (change: Change) => Promise<Answer>
  onSaved?: (answer: Answer) => void
}

/** Saves a change. While it is on its way it can be shown from `pending`; a refusal's words stay in `problem`. */
export function useSaving<Change, Answer>({ queryKey, send, onSaved }: SavingOptions<Change, Answer>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      client.setQueryData(queryKey, answer)
      onSaved?.(answer)
    },
  })
  const { error, isPending, variables } = mutation
  return {
    save: mutation.mutate,
    pending: isPending ? variables : undefined,
    isSaving: isPending,
    problem: error ? failureText({ t, error }) : undefined,
  }
}
