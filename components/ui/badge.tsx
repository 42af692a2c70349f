import type { ComponentProps } from 'react'
import { classNames } from './class-names'

export type Tone = 'neutral' | 'working' | 'good' | 'attention' | 'bad' | 'accent'

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  working: 'bg-working-soft text-working',
  good: 'bg-good-soft text-good',
  attention: 'bg-attention-soft text-attention',
  bad: 'bg-bad-soft text-bad',
  accent: 'bg-accent-soft text-accent',
}

type BadgeProps = ComponentProps<'span'> & { tone?: Tone }

export function Badge({ tone = 'neutral', className, ...props }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs [&_svg]:size-3.5',
        tones[tone],
        className,
      )}
      {...props}
    />
  )
}
