'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PanelForm } from '@/components/forms/panel-form'
import { SaveProblem } from '@/components/forms/save-problem'
import { useChange } from '@/components/forms/use-change'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Field } from '@/components/ui/controls/field'
import { Input } from '@/components/ui/controls/input'
import { Select } from '@/components/ui/controls/select'
import { type Ability, abilities, can, type Role } from '@/lib/people/roles'
import { createToken, tokensKey } from '@/lib/people/tokens/queries'
import { stepsQuery } from '@/lib/steps/queries'
import { stepLabel } from '@/lib/steps/step-label'
import { AbilityChoice } from './ability-choice'
import { newTokenFormSchema, tokenLifetimes, toNewToken } from './new-token-form'
import { TokenSecret } from './token-secret'

const everyStep = 'all'

/** Makes a token for a script; its secret is shown until the page is left. */
export function NewToken({ personRole }: { personRole: Role }) {
  const { t } = useI18n()
  const offered = abilities.filter((ability) => can(personRole, ability))
  const [chosen, setChosen] = useState<Ability[]>(offered)
  const [step, setStep] = useState(everyStep)
  const create = useChange({ queryKey: tokensKey, send: createToken })
  const { register, handleSubmit, reset, setValue, watch, formState } = useSchemaForm({
    schema: newTokenFormSchema,
    problems: { name: 'tokens.name_problem', monthlyPages: 'tokens.pages_problem' },
    defaultValues: { lifetime: '90' },
  })
  const submit = handleSubmit((form) => {
    const scope = { abilities: chosen, offered, steps: step === everyStep ? null : [step] }
    create.mutate(toNewToken({ form, ...scope, now: new Date() }), { onSuccess: () => reset() })
  }, create.reset)
  const { errors } = formState
  return (
    <PanelForm title={t('tokens.new')} onSubmit={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('tokens.name')} hint={t('tokens.name_hint')} error={errors.name?.message}>
          <Input {...register('name')} autoComplete="off" maxLength={100} autoFocus />
        </Field>
        <Field label={t('tokens.lifetime')}>
          <Select
            value={watch('lifetime')}
            onChange={(value) => setValue('lifetime', value as (typeof tokenLifetimes)[number])}
            options={tokenLifetimes.map((value) => ({ value, label: t(`tokens.lifetime.${value}`) }))}
          />
        </Field>
        {can(personRole, 'documents') ? (
          <>
            <StepChoice value={step} onChange={setStep} />
            <Field
              label={t('tokens.pages')}
              hint={t('tokens.pages_hint')}
              error={errors.monthlyPages?.message}
            >
              <Input {...register('monthlyPages')} inputMode="numeric" autoComplete="off" />
            </Field>
          </>
        ) : null}
      </div>
      <AbilityChoice offered={offered} chosen={chosen} onChange={setChosen} />
      <Button type="submit" variant="primary" disabled={create.isPending || chosen.length === 0}>
        {t('tokens.create')}
      </Button>
      <SaveProblem problem={create.problem} />
      {create.data ? (
        <div className="mt-4">
          <TokenSecret created={create.data} />
        </div>
      ) : null}
    </PanelForm>
  )
}

function StepChoice({ value, onChange }: { value: string; onChange: (step: string) => void }) {
  const { t } = useI18n()
  const { data } = useQuery(stepsQuery)
  const steps = (data?.steps ?? []).map(({ id, name }) => ({
    value: id,
    label: stepLabel({ t, name }),
  }))
  return (
    <Field label={t('tokens.step')}>
      <Select
        value={value}
        onChange={onChange}
        options={[{ value: everyStep, label: t('tokens.every_step') }, ...steps]}
      />
    </Field>
  )
}
