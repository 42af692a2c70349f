import { Download, Upload, X } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { saveFile } from '@/components/ui/save-file'
import { useUploads } from '../queue/upload-context'
import { countTrouble, type UploadTotals } from '../queue/upload-totals'
import { writeProblemList } from './problem-list'

/** What can be done to all uploads at once. */
export function UploadActions({ totals }: { totals: UploadTotals }) {
  const { t, format } = useI18n()
  const { list, queue, chooseAgain } = useUploads()
  const save = () => {
    const text = writeProblemList({ t, locale: format.locale, items: list.all() })
    const name = `${t('uploads.list.name')} ${format.date(new Date())}.csv`
    if (text) saveFile({ name, file: new Blob([text], { type: 'text/csv' }) })
  }
  return (
    <div className="flex shrink-0 items-center gap-1.5">
      {countTrouble(totals) > 0 ? (
        <Button size="small" variant="quiet" aria-label={t('uploads.list')} onClick={save}>
          <Download aria-hidden />
          <span className="hidden sm:inline">{t('uploads.list')}</span>
        </Button>
      ) : null}
      {totals.unfinished > 0 ? (
        <Button size="small" variant="primary" onClick={chooseAgain}>
          <Upload aria-hidden />
          <span>{t('uploads.choose_again', { count: totals.unfinished })}</span>
        </Button>
      ) : null}
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
