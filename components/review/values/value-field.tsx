'use client'

import type { KeyboardEvent } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import type { EntryKind } from '../result/value-entry'

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type ValueFieldProps = {
  kind: EntryKind
  /** Over several lines. */
  isLong: boolean
  text: string
  onText: (text: string) => void
  className: string
  autoFocus?: boolean
  disabled?: boolean
  onKeyDown?: (event: KeyboardEvent<FieldElement>) => void
  'aria-label': string
  'aria-invalid': boolean
  'aria-describedby'?: string | undefined
}

/** Of more characters than these, a value is typed over several lines. */
export const longFrom = 60

/** Whether a field in `box` holds what the browser cannot make a value of, as half a date: its text is then empty. */
export const isHalfTyped = (box: HTMLElement | null): boolean =>
  box?.querySelector('input')?.validity.badInput ?? false

/** The field a value of some kind is typed into; what was typed is understood by `parseEntry`. */
export function ValueField({ kind, isLong, text, onText, className, ...field }: ValueFieldProps) {
  const { t } = useI18n()
  if (kind === 'boolean') {
    return (
      <select {...field} value={text} className={className} onChange={(event) => onText(event.target.value)}>
        <option value="true">{t('review.value.yes')}</option>
        <option value="false">{t('review.value.no')}</option>
        <option value="">{t('review.value.not_found')}</option>
      </select>
    )
  }
  if (isLong) {
    return (
      <textarea
        {...field}
        rows={4}
        value={text}
        className={classNames(className, 'h-auto')}
        onChange={(event) => onText(event.target.value)}
      />
    )
  }
  return (
    <input
      {...field}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      autoComplete="off"
      value={text}
      className={className}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
