import type { ReactNode } from 'react'
import { Switch } from '../ui/controls/switch'

type SwitchRowProps = {
  id: string
  label: ReactNode
  hint: ReactNode
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** A choice with its consequence beside the switch. */
export function SwitchRow({ id, label, hint, checked, disabled = false, onChange }: SwitchRowProps) {
  return (
    <div className="flex items-start justify-between gap-6">
      <div className="text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-hint`}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="disabled:cursor-not-allowed disabled:opacity-50"
      />
    </div>
  )
}
