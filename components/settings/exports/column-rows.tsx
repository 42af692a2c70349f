'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Input } from '@/components/ui/controls/input'
import { Select } from '@/components/ui/controls/select'
import type { SpecColumn } from '@/lib/steps/conversion-spec'
import type { StepField } from '@/lib/steps/exports/schema'

type ColumnRowsProps = {
  columns: SpecColumn[]
  fields: StepField[]
  onChange: (columns: SpecColumn[]) => void
}

/** The columns from the first to the last: which field, under which heading. */
export function ColumnRows({ columns, fields, onChange }: ColumnRowsProps) {
  const { t, format } = useI18n()
  const replace = (at: number, changed: SpecColumn) =>
    onChange(columns.map((column, index) => (index === at ? changed : column)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('settings.exports.columns')}</legend>
      <ol className="flex flex-col gap-2">
        {columns.map((column, at) => {
          const number = format.number(at + 1)
          const label = column.header || number
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no id, and a row holds no state of its own
            <li key={at} className="flex flex-wrap items-center gap-2">
              <div className="min-w-40 flex-1">
                <ColumnField
                  column={column}
                  number={number}
                  fields={fields}
                  onChange={(next) => replace(at, next)}
                />
              </div>
              <Input
                aria-label={t('settings.exports.head', { number })}
                aria-invalid={column.header.trim() === ''}
                value={column.header}
                maxLength={200}
                className="min-w-32 flex-1"
                onChange={(event) => replace(at, { ...column, header: event.target.value })}
              />
              <span className="flex">
                <IconButton
                  label={t('settings.exports.up', { column: label })}
                  disabled={at === 0}
                  onClick={() => onChange(moved({ columns, at, to: at - 1 }))}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={t('settings.exports.down', { column: label })}
                  disabled={at === columns.length - 1}
                  onClick={() => onChange(moved({ columns, at, to: at + 1 }))}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
                <IconButton
                  label={t('settings.exports.remove', { column: label })}
                  onClick={() => onChange(columns.filter((_, index) => index !== at))}
                >
                  <X aria-hidden />
                </IconButton>
              </span>
            </li>
          )
        })}
      </ol>
      <Select
        aria-label={t('settings.exports.add')}
        placeholder={t('settings.exports.add_field')}
        value=""
        className="max-w-sm"
        onChange={(path) => onChange([...columns, columnOf({ path, fields })])}
        options={optionsOf(fields)}
      />
    </fieldset>
  )
}

type ColumnFieldProps = {
  column: SpecColumn
  number: string
  fields: StepField[]
  onChange: (column: SpecColumn) => void
}

function ColumnField({ column, number, fields, onChange }: ColumnFieldProps) {
  const { t } = useI18n()
  const { jsonPath = '', formula = '' } = column
  if (column.type === 'formula')
    return <span className="text-ink-soft text-sm">{t('settings.exports.formula', { formula })}</span>
  const isKnown = fields.some(({ path }) => path === jsonPath)
  return (
    <Select
      aria-label={t('settings.exports.field', { number })}
      value={jsonPath}
      onChange={(path) => onChange({ ...column, jsonPath: path })}
      options={[...(isKnown ? [] : [{ value: jsonPath, label: jsonPath }]), ...optionsOf(fields)]}
    />
  )
}

const optionsOf = (fields: StepField[]) => fields.map(({ path, label }) => ({ value: path, label }))

function columnOf({ path, fields }: { path: string; fields: StepField[] }): SpecColumn {
  return { header: fields.find((field) => field.path === path)?.label ?? path, jsonPath: path }
}

function moved({ columns, at, to }: { columns: SpecColumn[]; at: number; to: number }): SpecColumn[] {
  const next = [...columns]
  next.splice(to, 0, ...next.splice(at, 1))
  return next
}
