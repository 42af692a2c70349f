import { useEffect, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Progress } from '@/components/ui/progress'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { UploadTotals } from '../queue/upload-totals'
import { addSample, estimateMsLeft, type WorkSample, workOf } from './time-left'

/** How the whole drop goes, in one line with its bar. */
export function UploadSummary({ totals }: { totals: UploadTotals }) {
  const { t, format } = useI18n()
  const msLeft = useTimeLeft({ totals })
  const bytes = { sent: format.bytes(totals.sentBytes), total: format.bytes(totals.totalBytes) }
  const facts = [
    totals.busy > 0 && totals.totalBytes > 0 && t('uploads.bytes', bytes),
    totals.busy > 0 && totals.pages > 0 && t('uploads.pages', { pages: totals.pages }),
    msLeft !== null && t('uploads.time_left', { time: format.duration(Math.max(1_000, msLeft)) }),
    ...troubles.map((kind) => totals[kind] > 0 && t(`uploads.count.${kind}`, { count: totals[kind] })),
  ].filter(Boolean)
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="font-medium">{headline({ t, totals })}</span>
        <span className="figures text-ink-soft">{facts.join(' · ')}</span>
      </p>
      {totals.busy > 0 ? (
        <Progress
          value={totals.ratio}
          tone={totals.interrupted > 0 ? 'attention' : 'accent'}
          label={t('uploads.progress')}
          valueText={t('uploads.progress_text', { percent: format.percent(totals.ratio), ...bytes })}
          className="mt-2"
        />
      ) : null}
    </div>
  )
}

const troubles = ['failed', 'refused', 'duplicate', 'cancelled', 'unfinished'] as const

function headline({ t, totals }: { t: Translate; totals: UploadTotals }): string {
  const { interrupted, sending, queued, checking, held, received, busy } = totals
  if (interrupted > 0 && interrupted === sending) return t('uploads.interrupted')
  if (sending + queued > 0) return t('uploads.sending', { done: received, files: received + busy })
  if (checking > 0) return t('uploads.checking', { count: checking })
  if (held > 0) return t('uploads.held', { count: held })
  return t('uploads.finished', { count: received })
}

/** Milliseconds until all is sent, by the pace of the last seconds; null while it cannot be told. */
function useTimeLeft({ totals }: { totals: UploadTotals }): number | null {
  const { received, busy, sentBytes, totalBytes, sending, interrupted } = totals
  const [samples, setSamples] = useState<WorkSample[]>([])
  const done = workOf({ files: received, bytes: sentBytes })
  useEffect(() => {
    setSamples((before) => addSample(before, { atMs: Date.now(), done }))
  }, [done])
  if (sending === 0 || interrupted > 0) return null
  return estimateMsLeft({ samples, total: workOf({ files: received + busy, bytes: totalBytes }) })
}
