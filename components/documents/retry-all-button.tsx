import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import type { DocumentSummary } from '@/lib/documents/schema'
import { useWords } from '../shell/words'
import { Button } from '../ui/button'
import { useBulkAction } from './use-bulk-action'

/** Sends every failed document in view again; refusals stay in the page. */
export function RetryAllButton({ failed }: { failed: DocumentSummary[] }) {
  const { t } = useWords()
  const { run, progress } = useBulkAction()
  const [refusal, setRefusal] = useState('')
  const retry = async () => {
    const { changed, refused, reason } = await run('retry', failed)
    setRefusal(refused > 0 ? t('table.bulk.refused', { count: refused, reason }) : '')
    if (changed > 0) toast(t('table.bulk.result.retry', { count: changed }))
  }
  return (
    <>
      {refusal ? (
        <p role="alert" className="text-bad text-sm">
          {refusal}
        </p>
      ) : null}
      {failed.length > 1 ? (
        <Button size="small" disabled={progress !== null} onClick={() => void retry()}>
          <RotateCcw aria-hidden />
          {progress ? t('table.bulk.working', progress) : t('cards.retry_failed', { count: failed.length })}
        </Button>
      ) : null}
    </>
  )
}
