'use client'

import { useQuery } from '@tanstack/react-query'
import { toast } from 'sonner'
import { z } from 'zod'
import { deskSettingsQuery, saveDeskSettings } from '@/lib/settings/queries'
import type { DeskSettings } from '@/lib/settings/schema'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { parsePageCount } from '../forms/page-count'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useSchemaForm } from '../forms/use-schema-form'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'

/** The pages a month includes, with what is used of them beside it. */
export function QuotaForm({ initial }: { initial: DeskSettings }) {
  const { t, format } = useI18n()
  const { data: settings } = useQuery({ ...deskSettingsQuery, initialData: initial })
  const { data: remaining } = useQuery(remainingPagesQuery)
  const { register, handleSubmit, watch, formState } = useSchemaForm({
    schema: quotaSchema,
    problems: { monthlyPages: 'settings.quota.problem' },
    draft: 'settings.quota',
    defaultValues: {
      monthlyPages: initial.monthlyPages === null ? '' : format.number(initial.monthlyPages),
    },
  })
  const { save, isSaving, problem } = useSaving({
    queryKey: deskSettingsQuery.queryKey,
    send: saveDeskSettings,
    onSaved: () => toast(t('common.saved')),
  })
  const typed = parsePageCount(watch('monthlyPages'))
  const used = remaining?.used
  return (
    <form
      method="post"
      onSubmit={handleSubmit((quota) => save(quota))}
      noValidate
      className="flex flex-col gap-4 p-5 sm:p-6"
    >
      <div className="max-w-xs">
        <Field
          label={t('settings.quota.label')}
          hint={t('settings.quota.hint')}
          error={formState.errors.monthlyPages?.message}
        >
          <Input {...register('monthlyPages')} inputMode="numeric" autoComplete="off" className="figures" />
        </Field>
      </div>
      <p className="figures min-h-5 text-ink-soft text-sm">
        {used === undefined ? null : <span>{t('settings.quota.used', { pages: used })}</span>}{' '}
        {used !== undefined && typeof typed === 'number' && typed < used ? (
          <span className="text-attention">{t('settings.quota.below')}</span>
        ) : null}
      </p>
      <SaveProblem problem={problem} />
      <div>
        <Button type="submit" variant="primary" disabled={isSaving || typed === settings.monthlyPages}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

const quotaSchema = z.object({
  monthlyPages: z.string().transform(parsePageCount).pipe(z.number().nullable()),
})
