import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** A sheet on the desk: the one box in which content lies. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section className={classNames('rounded-2xl border bg-surface shadow-small', className)} {...props} />
  )
}

type PanelHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode }

export function PanelHeader({ title, description, actions }: PanelHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-3 px-5 pt-5 pb-4 sm:px-6">
      <div className="min-w-0">
        <h2 className="text-base">{title}</h2>
        {description ? <p className="mt-0.5 text-ink-soft text-sm">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
    </header>
  )
}
