import Link from 'next/link'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { batchPaths } from '@/lib/documents/batches/queries'
import type { UploadItem, UploadPhaseKind } from '../transfer/upload-item'

/** Of what ended so there is a line in the receipt. */
const settled: readonly UploadPhaseKind[] = ['received', 'refused', 'duplicate']

/** To the receipt of what was dropped, or to all of them where several drops are in the list. */
export function ReceiptLink({ items }: { items: readonly UploadItem[] }) {
  const { t } = useI18n()
  const batches = new Set(
    items.flatMap(({ phase, receipt }) => (receipt && settled.includes(phase.kind) ? receipt.batchId : [])),
  )
  const [only, ...others] = batches
  if (!only) return null
  return (
    <Button asChild size="small" variant="quiet">
      <Link href={others.length > 0 ? batchPaths.list : batchPaths.page(only)}>
        {t(others.length > 0 ? 'batch.list' : 'batch.receipt')}
      </Link>
    </Button>
  )
}
