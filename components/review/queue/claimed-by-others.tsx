'use client'

import { useMutation } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmMenu } from '@/components/ui/controls/confirm-menu'
import type { ReviewQueue } from '@/lib/documents/model/review-queue'
import { claimReview } from '@/lib/documents/review-queries'

type ClaimedByOthersProps = { claimed: ReviewQueue['claimed']; onTaken: (id: string) => void }

/** Who reviews what; one of them can be taken over by who asks for it. */
export function ClaimedByOthers({ claimed, onTaken }: ClaimedByOthersProps) {
  const { t } = useI18n()
  const { mutate } = useMutation({
    mutationFn: (id: string) => claimReview({ id, takeOver: true }),
    onSuccess: (_answer, id) => onTaken(id),
    onError: (error) => toast.error(failureText({ t, error })),
  })
  if (claimed.length === 0) return null
  return (
    <ConfirmMenu
      icon={<Users aria-hidden />}
      label={t('review.queue.claimed')}
      cancelLabel={t('common.cancel')}
      size="small"
      className="h-9"
      align="end"
      choices={claimed.map(({ id, name: document, by: { name } }) => ({
        id,
        item: t('review.queue.claimed_by', { document, name }),
        question: {
          title: t('review.queue.take_over'),
          description: t('review.queue.take_over_text', { name, document }),
          confirmLabel: t('review.queue.take_over'),
        },
        onConfirm: () => mutate(id),
      }))}
    />
  )
}
