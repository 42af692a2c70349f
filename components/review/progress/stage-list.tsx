'use client'

import { Check } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import { classNames } from '@/components/ui/class-names'
import type { Stage } from './stages'

/** The stages one below the other, with the time each was reached and how long it took. */
export function StageList({ stages }: { stages: Stage[] }) {
  const { t, format } = useI18n()
  return (
    <ol aria-label={t('review.stages')} className="text-sm">
      {stages.map((stage) => (
        <li key={stage.name} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute top-5 bottom-0 left-[0.5625rem] w-px bg-line-strong group-last:hidden"
          />
          <StageIcon status={stage.status} />
          <div
            className={classNames('flex min-w-0 flex-1 flex-wrap gap-x-3', isDim(stage) && 'text-ink-faint')}
          >
            <span className={classNames(stage.status === 'now' && 'font-medium')}>
              <span>{t(`review.stage.${stage.name}`)}</span>
              <span className="sr-only">{`, ${t(statusWords[stage.status])}`}</span>
            </span>
            <span
              className="figures text-ink-faint"
              title={stage.at ? format.exactTime(stage.at) : undefined}
            >
              {stage.at ? format.time(stage.at) : null}
            </span>
            <span className="figures ml-auto text-ink-soft">
              {stage.status === 'now' && stage.at ? <Elapsed since={stage.at} /> : null}
              {stage.status === 'passed' && stage.lastedMs !== null ? (
                <span>{format.duration(stage.lastedMs)}</span>
              ) : null}
            </span>
          </div>
        </li>
      ))}
    </ol>
  )
}

const statusWords = {
  passed: 'review.stage.passed',
  now: 'review.stage.now',
  pending: 'review.stage.pending',
} as const

function isDim(stage: Stage): boolean {
  return stage.status === 'pending'
}

function StageIcon({ status }: { status: Stage['status'] }) {
  const styles = {
    passed: 'border-accent bg-accent text-on-accent',
    now: 'border-2 border-accent bg-surface',
    pending: 'border-line-strong bg-surface',
  }
  return (
    <span
      aria-hidden
      className={classNames(
        'mt-0.5 flex size-[1.125rem] shrink-0 items-center justify-center rounded-full border',
        styles[status],
      )}
    >
      {status === 'passed' ? <Check className="size-3" /> : null}
      {status === 'now' ? <span className="size-1.5 animate-breathe rounded-full bg-accent" /> : null}
    </span>
  )
}

function Elapsed({ since }: { since: string }) {
  const { format } = useI18n()
  const seconds = Math.max(0, Math.floor((useNow().getTime() - Date.parse(since)) / 1000))
  return <span>{format.duration(seconds * 1000)}</span>
}
