'use client'

import { Eye, EyeOff, Pencil, Table2 } from 'lucide-react'
import { useState } from 'react'
import { changeStep, managedStepsQuery } from '@/lib/steps/queries'
import { type ManagedStep, newStepSchema } from '@/lib/steps/schema'
import { stepLabel } from '@/lib/steps/step-label'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useSchemaForm } from '../forms/use-schema-form'
import { useI18n } from '../shell/i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { IconButton } from '../ui/controls/icon-button'
import { Input } from '../ui/controls/input'
import { Switch } from '../ui/controls/switch'
import { ExportsDialog } from './exports/exports-dialog'

/** One step; renamed in place. */
export function StepRow({ step }: { step: ManagedStep }) {
  const { t } = useI18n()
  const [isRenaming, setRenaming] = useState(false)
  const [hasExports, setExports] = useState(false)
  const [hasRenamed, setRenamed] = useState(false)
  const { save, pending, isSaving, problem } = useSaving({
    queryKey: managedStepsQuery.queryKey,
    send: changeStep,
    onSaved: () => setRenaming(false),
  })
  const { name } = step
  const label = stepLabel({ t, name })
  return (
    <li className="flex flex-col gap-2 px-5 py-3 sm:px-6">
      <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2">
        {isRenaming ? (
          <StepNameForm
            name={name}
            isSaving={isSaving}
            onSave={(next) => save({ id: step.id, change: { name: next } })}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <>
            <div className="min-w-48 flex-1">
              <p className="flex items-center gap-2 font-medium text-sm">
                <span className="truncate">{label}</span>
                {step.hidden ? <Badge>{t('settings.steps.hidden')}</Badge> : null}
              </p>
              <p className="truncate font-mono text-ink-faint text-xs">{step.id}</p>
            </div>
            <p className="text-ink-faint text-xs">{t(`settings.steps.source.${step.source}`)}</p>
            <label className="flex items-center gap-2 text-xs">
              <span>{t('settings.steps.learns')}</span>
              <Switch
                aria-label={t('settings.steps.learns_of', { name: label })}
                checked={pending?.change.learns ?? step.learns}
                disabled={isSaving}
                onCheckedChange={(learns) => save({ id: step.id, change: { learns } })}
              />
            </label>
          </>
        )}
        {isRenaming ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('settings.exports.of', { step: label })}
            onClick={() => setExports(true)}
          >
            <Table2 aria-hidden />
            <span>{t('settings.exports')}</span>
          </Button>
        )}
        {hasExports ? <ExportsDialog step={step} onClose={() => setExports(false)} /> : null}
        {step.source === 'admin' && !isRenaming ? (
          <div className="flex">
            <IconButton
              label={t('settings.steps.rename', { name })}
              // The button that opened the form takes the focus back when it is closed.
              autoFocus={hasRenamed}
              onClick={() => {
                setRenaming(true)
                setRenamed(true)
              }}
            >
              <Pencil aria-hidden />
            </IconButton>
            <IconButton
              label={t(step.hidden ? 'settings.steps.show' : 'settings.steps.hide', { name })}
              disabled={isSaving}
              onClick={() => save({ id: step.id, change: { hidden: !step.hidden } })}
            >
              {step.hidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
            </IconButton>
          </div>
        ) : null}
      </div>
      <SaveProblem problem={problem} />
    </li>
  )
}

const stepNameSchema = newStepSchema.pick({ name: true })

type StepNameFormProps = {
  name: string
  isSaving: boolean
  onSave: (name: string) => void
  onCancel: () => void
}

/** The name of a step, being changed. Escape leaves it as it was. */
function StepNameForm({ name, isSaving, onSave, onCancel }: StepNameFormProps) {
  const { t } = useI18n()
  const { register, handleSubmit, formState } = useSchemaForm({
    schema: stepNameSchema,
    problems: { name: 'settings.steps.name_problem' },
    defaultValues: { name },
  })
  return (
    <form
      method="post"
      onSubmit={handleSubmit((step) => onSave(step.name))}
      noValidate
      className="flex flex-1 flex-wrap items-start gap-2"
    >
      <div className="min-w-48 flex-1">
        <Field
          label={t('settings.steps.new_name', { name })}
          labelHidden
          error={formState.errors.name?.message}
        >
          <Input
            {...register('name')}
            autoFocus
            onKeyDown={(event) => event.key === 'Escape' && onCancel()}
          />
        </Field>
      </div>
      <Button type="submit" variant="primary" disabled={isSaving}>
        {t('common.save')}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
