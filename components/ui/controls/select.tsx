'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { controlStyles } from './input'

type SelectOption = { value: string; label: ReactNode }

type SelectProps = {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  placeholder?: string
  className?: string
  id?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
}

export function Select({
  value,
  onChange,
  options,
  placeholder,
  className,
  disabled,
  ...trigger
}: SelectProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <Primitive.Root value={value} onValueChange={onChange} disabled={disabled ?? false}>
      <Primitive.Trigger
        {...trigger}
        className={classNames(
          controlStyles,
          'flex h-10 items-center justify-between gap-2 text-left [&>span]:truncate',
          className,
        )}
      >
        {/* Named here, since the list that Radix would take it from is not there on the server. */}
        <Primitive.Value placeholder={placeholder}>{chosen?.label}</Primitive.Value>
        <Primitive.Icon>
          <ChevronDown className="size-4 text-ink-faint" aria-hidden />
        </Primitive.Icon>
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          className="animate-enter z-50 max-h-80 min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg border bg-raised p-1 shadow-large"
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                className="relative flex cursor-default items-center rounded-md py-1.5 pr-3 pl-8 text-sm outline-none data-[highlighted]:bg-sunken"
              >
                <Primitive.ItemIndicator className="absolute left-2">
                  <Check className="size-4 text-accent" aria-hidden />
                </Primitive.ItemIndicator>
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
