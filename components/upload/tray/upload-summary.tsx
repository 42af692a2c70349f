import { useI18n } from '@/components/shell/i18n'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { UploadTotals } from '../queue/upload-totals'
import { useMinutesLeft } from './use-minutes-left'

/** How the whole drop goes, in one line. */
export function UploadSummary({ totals }: { totals: UploadTotals }) {
  const { t } = useI18n()
  const minutes = useMinutesLeft(totals)
  const facts = [
    ...troubles.map((kind) => totals[kind] > 0 && t(`uploads.count.${kind}`, { count: totals[kind] })),
    minutes !== null && timeText({ t, minutes }),
  ].filter(Boolean)
  return (
    <span className="min-w-0 text-sm">
      <span className="font-medium">{headline({ t, totals })}</span>
      {facts.length > 0 ? (
        <span className="figures whitespace-pre-wrap text-ink-soft">{` · ${facts.join(' · ')}`}</span>
      ) : null}
    </span>
  )
}

const troubles = ['failed', 'refused', 'duplicate', 'cancelled', 'unfinished'] as const

function headline({ t, totals }: { t: Translate; totals: UploadTotals }): string {
  const { interrupted, sending, queued, checking, held, received, files, cancelled } = totals
  if (interrupted > 0 && interrupted === sending) return t('uploads.interrupted')
  if (sending + queued > 0) return t('uploads.sending', { done: received, files: files - cancelled })
  if (checking > 0) return t('uploads.checking', { count: checking })
  if (held > 0) return t('uploads.held', { count: held })
  return t('uploads.finished', { count: received })
}

function timeText({ t, minutes }: { t: Translate; minutes: number }): string {
  if (minutes === 0) return t('uploads.time_left.soon')
  if (minutes <= 60) return t('uploads.time_left.minutes', { minutes })
  return t('uploads.time_left.hours', { hours: minutes / 60 })
}
