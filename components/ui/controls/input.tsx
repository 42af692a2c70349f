import type { ComponentProps } from 'react'
import { classNames } from '../class-names'

export const controlStyles =
  'w-full rounded-lg border border-control bg-raised px-3 text-ink text-sm shadow-small transition-colors placeholder:text-ink-faint hover:border-ink-faint focus-visible:border-accent focus-visible:outline-offset-0 disabled:opacity-50 aria-invalid:border-bad'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={classNames(controlStyles, 'h-10', className)} {...props} />
}
