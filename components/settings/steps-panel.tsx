'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { toast } from 'sonner'
import { addStep, managedStepsQuery } from '@/lib/steps/queries'
import { type ManagedStep, newStepSchema } from '@/lib/steps/schema'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useSchemaForm } from '../forms/use-schema-form'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { StepRow } from './step-row'

/** The steps on offer; those added by hand can be renamed and hidden. */
export function StepsPanel({ initial }: { initial: { steps: ManagedStep[] } }) {
  const { t } = useI18n()
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
      <p className="border-t px-5 py-3 text-sm sm:px-6">
        <Link href="/review/lessons" className="text-accent underline">
          {t('lessons.open')}
        </Link>
      </p>
      <AddStepForm />
    </>
  )
}

/** Adds a step that no service lists. */
function AddStepForm() {
  const { t } = useI18n()
  const { register, handleSubmit, reset, formState } = useSchemaForm({
    schema: newStepSchema,
    problems: { name: 'settings.steps.name_problem', id: 'settings.steps.id_problem' },
    draft: 'settings.steps',
  })
  const { errors } = formState
  const { save, isSaving, problem } = useSaving({
    queryKey: managedStepsQuery.queryKey,
    send: addStep,
    onSaved: () => {
      reset()
      toast(t('settings.steps.added'))
    },
  })
  return (
    <form
      method="post"
      onSubmit={handleSubmit((step) => save(step))}
      noValidate
      className="flex flex-col gap-4 border-t p-5 sm:p-6"
    >
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <Field label={t('settings.steps.name')} error={errors.name?.message}>
          <Input {...register('name')} maxLength={100} autoComplete="off" />
        </Field>
        <Field label={t('settings.steps.id')} hint={t('settings.steps.id_hint')} error={errors.id?.message}>
          <Input
            {...register('id')}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
        <Button type="submit" disabled={isSaving} className="sm:mt-[1.625rem]">
          <Plus aria-hidden />
          <span>{t('settings.steps.add')}</span>
        </Button>
      </div>
      <SaveProblem problem={problem} />
    </form>
  )
}
