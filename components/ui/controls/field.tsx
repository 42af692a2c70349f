'use client'

import { cloneElement, type ReactElement, type ReactNode, useId } from 'react'

type Described = { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Hides the label from eyes where the place says it; it is still read aloud. */
  labelHidden?: boolean
  children: ReactElement<Described>
}

/** A control with its label, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, labelHidden, children }: FieldProps) {
  const id = useId()
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-medium text-ink text-sm'}>
        {label}
      </label>
      {cloneElement(children, {
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        'aria-invalid': Boolean(error),
      })}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
