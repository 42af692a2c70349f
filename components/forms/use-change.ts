'use client'

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'

type ChangeOptions<Change, Answer> = {
  /** What is read anew. */
  queryKey: QueryKey
  send: (change: Change) => Promise<Answer>
}

/** A change whose answer is not the whole as it now is: that is read anew. A refusal's words are in `problem`. */
export function useChange<Change, Answer>({ queryKey, send }: ChangeOptions<Change, Answer>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: send,
    // Also after a refusal: somebody else may have been quicker.
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
  return { ...change, problem: change.error ? failureText({ t, error: change.error }) : undefined }
}
