'use client'

import { useQuery } from '@tanstack/react-query'
import { Route } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { Menu, MenuContent, MenuItem } from '@/components/ui/controls/menu'
import { MenuButton } from '@/components/ui/controls/menu-button'
import type { DocumentSummary } from '@/lib/documents/model/schema'
import { stepsQuery } from '@/lib/steps/queries'
import type { Step } from '@/lib/steps/schema'
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
  const [chosen, setChosen] = useState<Step | null>(null)
  const choices = (data?.steps ?? []).map((step) => ({
    step,
    ...planOtherStep({ step, documents: selected }),
  }))
  const plan = choices.find(({ step }) => step.id === chosen?.id)
  if (choices.length < 2) return null
  return (
    <>
      <Menu>
        <MenuButton size="small" disabled={disabled || choices.every(({ targets }) => targets.length === 0)}>
          <Route aria-hidden />
          <span>{t('review.other_step')}</span>
        </MenuButton>
        <MenuContent>
          {choices.map(({ step, targets }) => (
            <MenuItem key={step.id} disabled={targets.length === 0} onSelect={() => setChosen(step)}>
              <span>{step.name}</span>
              {targets.length < selected.length ? (
                <span className="figures ml-auto text-ink-faint">{format.number(targets.length)}</span>
              ) : null}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {plan ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setChosen(null)}
          tone="primary"
          title={t('table.bulk.confirm.retry', { count: plan.targets.length })}
          description={[
            t('review.other_step.text', { step: plan.step.name, pages: format.number(plan.pages) }),
            t('table.bulk.skips', { count: plan.skipped }),
          ].join(' ')}
          confirmLabel={t('review.other_step.yes')}
          cancelLabel={t('common.cancel')}
          onConfirm={() => onStep(plan.step, plan.targets)}
        />
      ) : null}
    </>
  )
}
