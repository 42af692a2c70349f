'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useWords } from '@/components/shell/words'
import type { RowAction } from '@/lib/documents/schema'
import { ReplyError } from '@/lib/http/fetch-json'
import { useValueSaving } from './value-save'

/** Rows added and taken out, one at a time. `change` tells whether it was done; a refusal is said on the screen. */
export function useRowChange() {
  const { t } = useWords()
  const saving = useValueSaving()
  const [isBusy, setBusy] = useState(false)
  const change = async (given: { path: string; action: RowAction }): Promise<boolean> => {
    if (!saving || isBusy) return false
    setBusy(true)
    try {
      await saving.changeRow(given)
      return true
    } catch (thrown) {
      toast.error(thrown instanceof ReplyError ? thrown.message : t('problem.offline'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { canChange: saving !== null, isBusy, change }
}
