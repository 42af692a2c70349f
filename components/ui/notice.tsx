import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { classNames } from './class-names'

const tones: Record<Exclude<Tone, 'accent'>, string> = {
  neutral: 'border-line bg-surface text-ink',
  working: 'border-working/30 bg-working-soft text-ink',
  good: 'border-good/30 bg-good-soft text-ink',
  attention: 'border-attention/40 bg-attention-soft text-ink',
  bad: 'border-bad/40 bg-bad-soft text-ink',
}

type NoticeProps = {
  tone?: keyof typeof tones
  icon?: ReactNode
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read aloud at once when it appears: for errors only. */
  urgent?: boolean
  className?: string
}

/** Something to know or do, in the page and not in a passing toast. */
export function Notice({ tone = 'neutral', icon, title, children, actions, urgent, className }: NoticeProps) {
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={classNames(
        'flex flex-wrap items-start gap-3 rounded-xl border px-4 py-3 text-sm [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
        tones[tone],
        className,
      )}
    >
      {icon}
      <div className="min-w-0 flex-1 basis-56">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-ink-soft">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  )
}
