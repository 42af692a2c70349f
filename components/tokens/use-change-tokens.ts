'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { tokensKey } from '@/lib/people/tokens/queries'

/** Changes a token; every list of them is read anew. A refusal's words are in `problem`. */
export function useChangeTokens<Change, Answer>(send: (change: Change) => Promise<Answer>) {
  const { t } = useI18n()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: tokensKey }),
  })
  return { ...change, problem: change.error ? failureText({ t, error: change.error }) : undefined }
}
