import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names'
import { PrintedLine } from './printed-line'

type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  isDense?: boolean
  /** What a printed page is narrowed to. */
  printed?: string[]
}

/** `isDense`: what is below begins right away. */
export function PageHeader({ title, description, actions, isDense = false, printed = [] }: PageHeaderProps) {
  return (
    <header
      className={classNames(
        'flex flex-wrap items-end justify-between gap-x-6 gap-y-3',
        isDense ? 'mb-3' : 'mb-6',
      )}
    >
      <div className="min-w-0">
        <h1 className="truncate text-2xl">{title}</h1>
        {description ? <p className="mt-1 text-ink-soft text-sm">{description}</p> : null}
        <PrintedLine words={printed} />
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
    </header>
  )
}
