'use client'

import { useQuery } from '@tanstack/react-query'
import { managedStepsQuery } from '@/lib/settings/queries'
import type { ManagedStep } from '@/lib/settings/schema'
import { useWords } from '../shell/words'
import { AddStepForm } from './add-step-form'
import { StepRow } from './step-row'

/** The steps on offer; those added by hand can be renamed and hidden. */
export function StepsPanel({ initial }: { initial: { steps: ManagedStep[] } }) {
  const { t } = useWords()
  const { data } = useQuery({ ...managedStepsQuery, initialData: initial })
  return (
    <>
      {data.steps.length === 0 ? (
        <p className="px-5 pt-5 text-ink-soft text-sm sm:px-6">{t('settings.steps.empty')}</p>
      ) : (
        <ul className="divide-y">
          {data.steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ul>
      )}
      <AddStepForm />
    </>
  )
}
