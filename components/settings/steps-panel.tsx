'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { addStep, managedStepsQuery } from '@/lib/steps/queries'
import type { ManagedStep } from '@/lib/steps/schema'
import { newStepSchema } from '@/lib/steps/schema'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
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
      <AddStepForm />
    </>
  )
}

const blank = { id: '', name: '' }

/** Adds a step that no service lists. */
function AddStepForm() {
  const { t } = useI18n()
  const [values, setValues] = useState(blank)
  const [bad, setBad] = useState<string[]>([])
  const { save, isSaving, problem } = useSaving({
    queryKey: managedStepsQuery.queryKey,
    send: addStep,
    onSaved: () => {
      setValues(blank)
      toast(t('settings.steps.added'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const step = newStepSchema.safeParse(values)
    setBad(step.success ? [] : step.error.issues.map((issue) => String(issue.path[0])))
    if (step.success) save(step.data)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 border-t p-5 sm:p-6">
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <Field
          label={t('settings.steps.name')}
          error={bad.includes('name') ? t('settings.steps.name_problem') : undefined}
        >
          <Input
            value={values.name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setValues({ ...values, name: event.target.value })}
          />
        </Field>
        <Field
          label={t('settings.steps.id')}
          hint={t('settings.steps.id_hint')}
          error={bad.includes('id') ? t('settings.steps.id_problem') : undefined}
        >
          <Input
            value={values.id}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onChange={(event) => setValues({ ...values, id: event.target.value })}
          />
        </Field>
        <Button type="submit" disabled={isSaving} className="sm:mt-[1.625rem]">
          <Plus aria-hidden />
          {t('settings.steps.add')}
        </Button>
      </div>
      <SaveProblem problem={problem} />
    </form>
  )
}
