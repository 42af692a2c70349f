'use client'

import { quotaLevel, quotaThresholds } from '@/lib/usage/quota'
import { useI18n } from '../shell/i18n'
import { Progress } from '../ui/progress'

const tones = { none: 'accent', calm: 'accent', near: 'attention', reached: 'bad' } as const

/** How much of the quota is used, with a mark at each threshold of the warnings. */
export function QuotaBar({ used, quota }: { used: number; quota: number }) {
  const { t, format } = useI18n()
  const ratio = quota === 0 ? 1 : used / quota
  const percent = format.percent(Math.floor(ratio * 100) / 100)
  const valueText = t('usage.bar.value', { used: format.number(used), quota: format.number(quota), percent })
  return (
    <div className="mt-6">
      <div className="relative">
        <Progress
          value={ratio}
          label={t('usage.bar.label')}
          valueText={valueText}
          tone={tones[quotaLevel({ used, quota })]}
          className="h-2.5"
        />
        {quotaThresholds
          .filter(({ percent: mark }) => mark < 100)
          .map(({ percent: mark }) => (
            <span
              key={mark}
              aria-hidden
              className="absolute -inset-y-1 w-px bg-ink-soft"
              style={{ left: `${mark}%` }}
            />
          ))}
      </div>
      <div aria-hidden className="figures relative mt-2 h-4 text-ink-faint text-xs">
        <span>{t('usage.bar.of_quota', { percent })}</span>
        {quotaThresholds.map(({ percent: mark }) => (
          <span
            key={mark}
            className={mark === 100 ? 'absolute right-0' : 'absolute -translate-x-1/2'}
            style={mark === 100 ? {} : { left: `${mark}%` }}
          >
            {format.percent(mark / 100)}
          </span>
        ))}
      </div>
    </div>
  )
}
