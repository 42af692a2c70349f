import { classNames } from './class-names'

/** The shape of what is being fetched for the first time. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-breathe rounded-md bg-sunken', className)} />
}
