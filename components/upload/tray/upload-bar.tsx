import { useI18n } from '@/components/shell/i18n'
import { Progress } from '@/components/ui/progress'
import type { UploadTotals } from '../queue/upload-totals'

/** How far the whole drop is, drawn; nothing once it is over. */
export function UploadBar({ totals, className }: { totals: UploadTotals; className?: string }) {
  const { t, format } = useI18n()
  if (totals.busy === 0) return null
  return (
    <Progress
      value={totals.ratio}
      tone={totals.interrupted > 0 ? 'attention' : 'accent'}
      label={t('uploads.progress')}
      valueText={t('uploads.progress_text', {
        percent: format.percent(totals.ratio),
        sent: format.bytes(totals.sentBytes),
        total: format.bytes(totals.totalBytes),
      })}
      {...(className ? { className } : {})}
    />
  )
}
