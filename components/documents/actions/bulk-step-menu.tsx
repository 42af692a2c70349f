'use client'

import { useQuery } from '@tanstack/react-query'
import { Route } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmMenu } from '@/components/ui/controls/confirm-menu'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { stepsQuery } from '@/lib/steps/queries'
import type { Step } from '@/lib/steps/schema'
import { stepLabel } from '@/lib/steps/step-label'
import { planOtherStep } from './bulk-plan'

type BulkStepMenuProps = {
  selected: DocumentSummary[]
  disabled: boolean
  onStep: (step: Step, targets: DocumentSummary[]) => void
}

/** Sends the selected documents to another step; nothing where there is none. Its cost is said first. */
export function BulkStepMenu({ selected, disabled, onStep }: BulkStepMenuProps) {
  const { t, format } = useI18n()
  const { data } = useQuery(stepsQuery)
  const steps = data?.steps ?? []
  if (steps.length < 2) return null

  const toChoice = (step: Step) => {
    const { targets, pages, skipped } = planOtherStep({ step, documents: selected })
    const item = (
      <>
        <span>{stepLabel({ t, name: step.name })}</span>
        {targets.length < selected.length ? (
          <span className="figures ml-auto text-ink-faint">{format.number(targets.length)}</span>
        ) : null}
      </>
    )
    const question = {
      title: t('table.bulk.confirm.retry', { count: targets.length }),
      description: [
        t('review.other_step.text', { step: stepLabel({ t, name: step.name }), pages: format.number(pages) }),
        t('table.bulk.skips', { count: skipped }),
      ].join(' '),
      confirmLabel: t('review.other_step.yes'),
    }
    const onConfirm = () => onStep(step, targets)
    return { id: step.id, item, disabled: targets.length === 0, question, onConfirm }
  }
  return (
    <ConfirmMenu
      icon={<Route aria-hidden />}
      label={t('review.other_step')}
      cancelLabel={t('common.cancel')}
      size="small"
      disabled={disabled}
      choices={steps.map(toChoice)}
    />
  )
}
