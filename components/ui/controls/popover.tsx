'use client'

import { Popover as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names'

export const Popover = Primitive.Root
export const PopoverTrigger = Primitive.Trigger

export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={classNames(
          'animate-enter z-50 w-72 rounded-xl border bg-raised p-4 shadow-large',
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  )
}
