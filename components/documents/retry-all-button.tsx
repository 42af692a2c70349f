import { RotateCcw } from 'lucide-react'
import { toast } from 'sonner'
import type { DocumentSummary } from '@/lib/documents/schema'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { useBulkAction } from './use-bulk-action'

/** Sends every failed document in view again. */
export function RetryAllButton({ failed }: { failed: DocumentSummary[] }) {
  const { t } = useWords()
  const { run, progress } = useBulkAction()
  const retry = async () => {
    const { changed, refused, reason } = await run('retry', failed)
    if (refused > 0) toast(t('table.bulk.refused', { count: refused, reason }))
    else toast(t('table.bulk.result.retry', { count: changed }))
  }
  return (
    <Button size="small" disabled={progress !== null} onClick={() => void retry()}>
      <RotateCcw aria-hidden />
      {progress ? t('table.bulk.working', progress) : t('cards.retry_failed', { count: failed.length })}
    </Button>
  )
}
