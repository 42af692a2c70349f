import { X } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { useUploads } from '../queue/upload-context'
import type { UploadTotals } from '../queue/upload-totals'

/** What can be done to all uploads at once. */
export function UploadActions({ totals }: { totals: UploadTotals }) {
  const { t } = useI18n()
  const { queue } = useUploads()
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      {totals.failed > 0 ? (
        <Button size="small" onClick={() => queue.retryFailed()}>
          {t('uploads.retry_failed')}
        </Button>
      ) : null}
      {totals.busy > 0 ? (
        <Button size="small" variant="quiet" onClick={() => queue.cancelAll()}>
          {t('uploads.cancel_all')}
        </Button>
      ) : (
        <IconButton
          label={t(totals.files > 0 ? 'uploads.clear' : 'uploads.discard')}
          onClick={() => (totals.files > 0 ? queue.clear() : queue.discardUnfinished())}
        >
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
