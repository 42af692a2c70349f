import type { Batch } from '@/lib/documents/batches/schema'
import type { Translate } from '@/lib/i18n/translate-messages'

type Counted = { t: Translate; batch: Pick<Batch, 'received' | 'refused' | 'duplicate'> }

/** How many files ended how: `61 received · 2 refused`. */
export function outcomeText({ t, batch }: Counted): string {
  const { received, refused, duplicate } = batch
  return [
    t('batch.received', { count: received }),
    refused > 0 && t('uploads.count.refused', { count: refused }),
    duplicate > 0 && t('uploads.count.duplicate', { count: duplicate }),
  ]
    .filter(Boolean)
    .join(' · ')
}
