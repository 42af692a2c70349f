'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Route } from 'lucide-react'
import { toast } from 'sonner'
import { failureText } from '@/components/shell/failure-text'
import { useI18n } from '@/components/shell/i18n'
import { applyDocument } from '@/components/shell/live/live-cache'
import { ConfirmMenu } from '@/components/ui/controls/confirm-menu'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { processWithStep } from '@/lib/documents/queries'
import { stepsQuery } from '@/lib/steps/queries'
import { stepLabel } from '@/lib/steps/step-label'

/** Sends a document to another step; nothing where there is none. Its cost is said first. */
export function OtherStepMenu({ document, onSent }: { document: DocumentSummary; onSent?: () => void }) {
  const { t, format } = useI18n()
  const client = useQueryClient()
  const { data } = useQuery(stepsQuery)
  const { mutate, isPending } = useMutation({
    mutationFn: (step: string) => processWithStep({ id: document.id, step }),
    onSuccess: (summary) => {
      applyDocument({ client, document: summary })
      toast(t('review.other_step.done', { step: stepLabel({ t, name: summary.step.name }) }))
      onSent?.()
    },
    onError: (error) => toast.error(failureText({ t, error })),
  })
  const others = data?.steps.filter(({ id }) => id !== document.step.id) ?? []
  if (others.length === 0) return null
  return (
    <ConfirmMenu
      icon={<Route aria-hidden />}
      label={t('review.other_step')}
      cancelLabel={t('common.cancel')}
      disabled={isPending}
      choices={others.map(({ id, name }) => ({
        id,
        item: stepLabel({ t, name: name }),
        question: {
          title: t('review.other_step'),
          description: t('review.other_step.text', {
            step: stepLabel({ t, name: name }),
            pages: format.number(document.pages),
          }),
          confirmLabel: t('review.other_step.yes'),
        },
        onConfirm: () => mutate(id),
      }))}
    />
  )
}
