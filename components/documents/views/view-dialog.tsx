'use client'

import { useId } from 'react'
import { z } from 'zod'
import { FormActions } from '@/components/forms/form-actions'
import { SwitchRow } from '@/components/forms/switch-row'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useI18n } from '@/components/shell/i18n'
import { Dialog, DialogContent } from '@/components/ui/controls/dialog'
import { Field } from '@/components/ui/controls/field'
import { Input } from '@/components/ui/controls/input'
import { maxViewNameLength } from '@/lib/documents/views/schema'

type Named = { name: string; shared: boolean }

type ViewDialogProps = {
  title: string
  initial: Named
  isSaving: boolean
  problem: string | undefined
  onSave: (named: Named) => void
  onClose: () => void
}

const formSchema = z.object({ name: z.string().trim().min(1).max(maxViewNameLength), shared: z.boolean() })

/** The name of a view, and whether others see it. */
export function ViewDialog({ title, initial, isSaving, problem, onSave, onClose }: ViewDialogProps) {
  const { t } = useI18n()
  const id = useId()
  const { register, handleSubmit, watch, setValue, formState } = useSchemaForm({
    schema: formSchema,
    problems: { name: 'view.name_problem' },
    defaultValues: initial,
  })
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={title} closeLabel={t('common.close')}>
        <form method="post" noValidate onSubmit={handleSubmit(onSave)} className="flex flex-col gap-5">
          <Field label={t('view.name')} error={formState.errors.name?.message}>
            <Input {...register('name')} autoComplete="off" />
          </Field>
          <SwitchRow
            id={id}
            label={t('view.share')}
            hint={t('view.share_hint')}
            checked={watch('shared')}
            onChange={(on) => setValue('shared', on)}
          />
          <FormActions problem={problem} isSaving={isSaving} onCancel={onClose} />
        </form>
      </DialogContent>
    </Dialog>
  )
}
