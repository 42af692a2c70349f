import type { Tone } from './badge'
import { classNames } from './class-names'

const fills: Partial<Record<Tone, string>> = {
  accent: 'bg-accent',
  good: 'bg-good',
  attention: 'bg-attention',
  bad: 'bg-bad',
  working: 'bg-working',
}

type ProgressProps = {
  /** 0–1; more than 1 is shown full. */
  value: number
  label: string
  /** What is read aloud instead of a bare percentage. */
  valueText?: string
  tone?: Tone
  className?: string
}

export function Progress({ value, label, valueText, tone = 'accent', className }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      {...(valueText ? { 'aria-valuetext': valueText } : {})}
      className={classNames('h-1.5 w-full overflow-hidden rounded-full bg-sunken', className)}
    >
      <div
        className={classNames('h-full rounded-full transition-[width] duration-300', fills[tone])}
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
