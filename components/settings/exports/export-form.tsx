'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormActions } from '@/components/forms/form-actions'
import { useSaving } from '@/components/forms/use-saving'
import { useI18n } from '@/components/shell/i18n'
import { Field } from '@/components/ui/controls/field'
import { Input } from '@/components/ui/controls/input'
import { type ConversionSpec, conversionSpecSchema, type SpecColumn } from '@/lib/steps/conversion-spec'
import {
  changeColumnSet,
  columnSetsQuery,
  createColumnSet,
  stepFieldsQuery,
} from '@/lib/steps/exports/queries'
import type { ColumnSet } from '@/lib/steps/exports/schema'
import type { Step } from '@/lib/steps/schema'
import { ColumnRows } from './column-rows'
import { ExportPreview } from './export-preview'

type ExportFormProps = { step: Step; set: ColumnSet | null; onDone: () => void }

/** One column set: its name, its columns in their order, and what comes of them. */
export function ExportForm({ step, set, onDone }: ExportFormProps) {
  const { t } = useI18n()
  const [name, setName] = useState(set?.name ?? '')
  const [columns, setColumns] = useState<SpecColumn[]>(set && 'columns' in set.spec ? set.spec.columns : [])
  const [isTried, setTried] = useState(false)
  const { data: known } = useQuery(stepFieldsQuery(step.id))
  const { save, isSaving, problem } = useSaving({
    queryKey: columnSetsQuery.queryKey,
    send: (kept: { name: string; spec: ConversionSpec }) =>
      set ? changeColumnSet({ id: set.id, change: kept }) : createColumnSet({ step: step.id, ...kept }),
    onSaved: onDone,
  })
  const hasSheets = set !== null && 'sheets' in set.spec
  const parsed = conversionSpecSchema.safeParse(hasSheets ? set.spec : { columns })
  const isMixed = columns.length > 0 && !parsed.success && columns.every(({ header }) => header.trim())
  const isNamed = name.trim().length > 0 && name.trim().length <= 80
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNamed && parsed.success) save({ name: name.trim(), spec: parsed.data })
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-5">
      <Field
        label={t('settings.exports.name')}
        error={isTried && !isNamed ? t('settings.exports.name_problem') : undefined}
      >
        <Input value={name} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </Field>
      {hasSheets ? (
        <p className="text-ink-soft text-sm">{t('settings.exports.sheets')}</p>
      ) : (
        <ColumnRows columns={columns} fields={known?.fields ?? []} onChange={setColumns} />
      )}
      {isMixed ? (
        <p role="alert" className="text-bad text-sm">
          {t('settings.exports.one_list')}
        </p>
      ) : null}
      {isTried && columns.length === 0 && !hasSheets ? (
        <p role="alert" className="text-bad text-sm">
          {t('settings.exports.columns_problem')}
        </p>
      ) : null}
      {parsed.success ? <ExportPreview step={step.id} spec={parsed.data} /> : null}
      <FormActions problem={problem} isSaving={isSaving} onCancel={onDone} />
    </form>
  )
}
