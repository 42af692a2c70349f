import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** A plain table in the house style; wide ones scroll inside their box and can be reached by keyboard. */
export function DataTable({ label, className, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className={classNames('w-full border-collapse text-left text-sm', className)} {...props} />
    </section>
  )
}

export function HeaderCell({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classNames(
        'whitespace-nowrap border-b px-3 py-2.5 font-medium text-ink-faint text-xs first:pl-5 last:pr-5 sm:first:pl-6 sm:last:pr-6',
        className,
      )}
      {...props}
    />
  )
}

export function Cell({ className, ...props }: ComponentProps<'td'>) {
  return (
    <td
      className={classNames(
        'border-line/70 border-b px-3 py-2.5 align-middle first:pl-5 last:pr-5 sm:first:pl-6 sm:last:pr-6',
        className,
      )}
      {...props}
    />
  )
}
