'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Route } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { applyDocument } from '@/components/shell/live/live-cache'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Menu, MenuContent, MenuItem } from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { processWithStep } from '@/lib/documents/queries'
import { stepsQuery } from '@/lib/steps/queries'
import type { Step } from '@/lib/steps/schema'

/** Sends a document to another step; nothing where there is none. Its cost is said first. */
export function OtherStepMenu({ document, onSent }: { document: DocumentSummary; onSent?: () => void }) {
  const { t, format } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(stepsQuery)
  const [chosen, setChosen] = useState<Step | null>(null)
  const { mutate, isPending } = useMutation({
    mutationFn: (step: Step) => processWithStep({ id: document.id, step: step.id }),
    onSuccess: (summary) => {
      applyDocument({ client, document: summary })
      toast(t('review.other_step.done', { step: summary.step.name }))
      onSent?.()
    },
    onError: (error) => toast.error(failureText({ t, error })),
  })
  const others = data?.steps.filter(({ id }) => id !== document.step.id) ?? []
  if (others.length === 0) return null
  return (
    <>
      <Menu>
        <MenuButton disabled={isPending}>
          <Route aria-hidden />
          <span>{t('review.other_step')}</span>
        </MenuButton>
        <MenuContent>
          {others.map((step) => (
            <MenuItem key={step.id} onSelect={() => setChosen(step)}>
              {step.name}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {chosen ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setChosen(null)}
          tone="primary"
          title={t('review.other_step')}
          description={t('review.other_step.text', {
            step: chosen.name,
            pages: format.number(document.pages),
          })}
          confirmLabel={t('review.other_step.yes')}
          cancelLabel={t('common.cancel')}
          onConfirm={() => mutate(chosen)}
        />
      ) : null}
    </>
  )
}
