'use client'

import { type FormEvent, useState } from 'react'
import { stepChangeSchema } from '@/lib/settings/schema'
import { useWords } from '../shell/words'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'

type StepNameFormProps = {
  name: string
  isSaving: boolean
  onSave: (name: string) => void
  onCancel: () => void
}

/** The name of a step, being changed. Escape leaves it as it was. */
export function StepNameForm({ name, isSaving, onSave, onCancel }: StepNameFormProps) {
  const { t } = useWords()
  const [text, setText] = useState(name)
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const change = stepChangeSchema.safeParse({ name: text })
    if (change.success && change.data.name) onSave(change.data.name)
    else setBad(true)
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-1 flex-wrap items-start gap-2">
      <div className="min-w-48 flex-1">
        <Field
          label={t('settings.steps.new_name', { name })}
          labelHidden
          error={isBad ? t('settings.steps.name_problem') : undefined}
        >
          <Input
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
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
