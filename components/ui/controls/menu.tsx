'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names'

export const Menu = Primitive.Root
export const MenuTrigger = Primitive.Trigger
export const MenuGroup = Primitive.Group
export const MenuRadioGroup = Primitive.RadioGroup

export function MenuContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={classNames(
          'animate-enter z-50 min-w-48 rounded-xl border bg-raised p-1 shadow-large',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  )
}

const itemStyles =
  'flex cursor-default select-none items-center gap-2.5 rounded-lg px-2.5 py-2 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunken [&_svg]:size-4 [&_svg]:text-ink-soft'

export function MenuItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  return <Primitive.Item className={classNames(itemStyles, className)} {...props} />
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Primitive.RadioItem>) {
  return (
    <Primitive.RadioItem className={classNames(itemStyles, 'pl-7 relative', className)} {...props}>
      <Primitive.ItemIndicator className="absolute left-2.5 size-2 rounded-full bg-accent" />
      <span>{children}</span>
    </Primitive.RadioItem>
  )
}

export function MenuCheckboxItem({
  className,
  children,
  ...props
}: ComponentProps<typeof Primitive.CheckboxItem>) {
  return (
    <Primitive.CheckboxItem className={classNames(itemStyles, 'relative pr-9', className)} {...props}>
      {children}
      <Primitive.ItemIndicator className="absolute right-2.5">
        <Check aria-hidden />
      </Primitive.ItemIndicator>
    </Primitive.CheckboxItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Primitive.Label>) {
  return (
    <Primitive.Label
      className={classNames('px-2.5 pt-2 pb-1 text-ink-faint text-xs', className)}
      {...props}
    />
  )
}

export function MenuSeparator() {
  return <Primitive.Separator className="my-1 h-px bg-line" />
}
