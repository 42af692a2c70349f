import type { ReactNode } from 'react'

type EmptyStateProps = { icon: ReactNode; title: ReactNode; children?: ReactNode; actions?: ReactNode }

/** What stands where nothing is yet: what this place is for and the first thing to do. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <div className="mb-4 flex size-12 items-center justify-center rounded-2xl border bg-raised text-ink-soft shadow-small [&_svg]:size-5">
        {icon}
      </div>
      <h2 className="text-base">{title}</h2>
      {children ? <p className="mt-1 max-w-md text-ink-soft text-sm">{children}</p> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
