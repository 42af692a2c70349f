'use client'

import { useChange } from '@/components/forms/use-change'
import { tokensKey } from '@/lib/people/tokens/queries'

/** Changes a token; every list of them is read anew. */
export const useChangeTokens = <Change, Answer>(send: (change: Change) => Promise<Answer>) =>
  useChange({ queryKey: tokensKey, send })
