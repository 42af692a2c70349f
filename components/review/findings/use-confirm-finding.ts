'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { applyDetail } from '@/components/shell/live/live-cache'
import { confirmItem } from '@/lib/documents/queries'
import { useFindings } from './findings-provider'

/** Signs a finding of the document as printed so, or takes that back. */
export function useConfirmFinding(item: string) {
  const { t } = useI18n()
  const client = useQueryClient()
  const id = useFindings()?.document.id ?? ''
  const { mutate, isPending } = useMutation({
    mutationFn: (confirmed: boolean) => confirmItem({ id, item, confirmed }),
    onSuccess: (detail) => applyDetail({ client, detail }),
    onError: (error) => void toast.error(failureText({ t, error })),
  })
  return { confirm: mutate, isBusy: isPending }
}
