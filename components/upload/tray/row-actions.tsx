import { RotateCcw, X } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { useUploads } from '../queue/upload-context'
import { canRetry, isBusy, type UploadItem } from '../transfer/upload-item'

/** What can be done to one file; each button says to which. */
export function RowActions({ item }: { item: UploadItem }) {
  const { t } = useI18n()
  const { queue } = useUploads()
  const { name, phase } = item
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-end gap-1">
      {phase.kind === 'duplicate' && (item.file || phase.uploadUrl) ? (
        <Button
          size="small"
          aria-label={t('row.duplicate.send_name', { name })}
          onClick={() => void queue.sendAnyway(item.id)}
        >
          {t('row.duplicate.send')}
        </Button>
      ) : null}
      {canRetry(item) ? (
        <Button size="small" aria-label={t('row.retry', { name })} onClick={() => queue.retry(item.id)}>
          <RotateCcw aria-hidden />
          <span className="hidden sm:inline">{t('row.retry.short')}</span>
        </Button>
      ) : null}
      <IconButton
        label={t(isBusy(item) ? 'row.cancel' : 'row.dismiss', { name })}
        onClick={(event) => {
          if (!isBusy(item)) focusBeside(event.currentTarget)
          queue.cancel(item.id)
        }}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  )
}

/** The row goes away, and the focus with it: the next row takes it, else the page. */
function focusBeside(button: HTMLElement): void {
  const row = button.closest('li')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const next = beside?.querySelector<HTMLElement>('button:last-of-type') ?? document.getElementById('content')
  next?.focus()
}
