'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'

export const Dialog = Primitive.Root

type DialogContentProps = {
  title: ReactNode
  description?: ReactNode
  /** Name of the closing button, for those who cannot see the cross. */
  closeLabel: string
  className?: string
  children: ReactNode
}

export function DialogContent({ title, description, closeLabel, className, children }: DialogContentProps) {
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 bg-[#0f0f0d]/50 backdrop-blur-[2px]" />
      <Primitive.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={classNames(
          'animate-enter fixed inset-x-0 bottom-0 z-50 max-h-[90dvh] overflow-y-auto rounded-t-2xl border bg-surface p-6 shadow-large sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(92vw,32rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl',
          className,
        )}
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <div>
            <Primitive.Title className="text-lg">{title}</Primitive.Title>
            {description ? (
              <Primitive.Description className="mt-1 text-ink-soft text-sm">
                {description}
              </Primitive.Description>
            ) : null}
          </div>
          <Primitive.Close
            aria-label={closeLabel}
            className="-mt-1 -mr-2 inline-flex size-8 items-center justify-center rounded-lg text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <X className="size-4" aria-hidden />
          </Primitive.Close>
        </div>
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  )
}
