'use client'

import { useChange } from '@/components/forms/use-change'
import { lessonsQuery } from '@/lib/lessons/queries'

/** Changes what was learnt. */
export const useChangeLessons = <Change, Answer>(send: (change: Change) => Promise<Answer>) =>
  useChange({ queryKey: lessonsQuery.queryKey, send })
