'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { lessonsQuery } from '@/lib/lessons/queries'

/** Changes what was learnt, and reads it anew. A refusal's words are in `problem`. */
export function useChangeLessons<Change, Answer>(send: (change: Change) => Promise<Answer>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: send,
    // Also after a refusal: somebody else may have forgotten it.
    onSettled: () => client.invalidateQueries({ queryKey: lessonsQuery.queryKey }),
  })
  return { ...change, problem: change.error ? failureText({ t, error: change.error }) : undefined }
}
