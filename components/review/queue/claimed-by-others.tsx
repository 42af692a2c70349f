'use client'

import { useMutation } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Menu, MenuContent, MenuItem } from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import type { ReviewQueue } from '@/lib/documents/model/review-queue'
import { claimReview } from '@/lib/documents/review-queries'

type Claimed = ReviewQueue['claimed'][number]
type ClaimedByOthersProps = { claimed: Claimed[]; onTaken: (id: string) => void }

/** Who reviews what; one of them can be taken over by who asks for it. */
export function ClaimedByOthers({ claimed, onTaken }: ClaimedByOthersProps) {
  const { t } = useI18n()
  const [chosen, setChosen] = useState<Claimed | null>(null)
  const { mutate } = useMutation({
    mutationFn: (id: string) => claimReview({ id, takeOver: true }),
    onSuccess: (_answer, id) => onTaken(id),
    onError: (error) => toast.error(failureText({ t, error })),
  })
  if (claimed.length === 0) return null
  return (
    <>
      <Menu>
        <MenuButton size="small" className="h-9">
          <Users aria-hidden />
          <span>{t('review.queue.claimed')}</span>
        </MenuButton>
        <MenuContent align="end">
          {claimed.map((one) => (
            <MenuItem key={one.id} onSelect={() => setChosen(one)}>
              {t('review.queue.claimed_by', { document: one.name, name: one.by.name })}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {chosen ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setChosen(null)}
          tone="primary"
          title={t('review.queue.take_over')}
          description={t('review.queue.take_over_text', { name: chosen.by.name, document: chosen.name })}
          confirmLabel={t('review.queue.take_over')}
          cancelLabel={t('common.cancel')}
          onConfirm={() => mutate(chosen.id)}
        />
      ) : null}
    </>
  )
}
