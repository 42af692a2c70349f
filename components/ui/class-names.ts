import { type ClassValue, clsx } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins classes; a later Tailwind class replaces an earlier one of the same kind. */
export function classNames(...classes: ClassValue[]): string {
  return twMerge(clsx(classes))
}
