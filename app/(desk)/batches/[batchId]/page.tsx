import type { Metadata } from 'next'
import { BatchReceipt } from '@/components/upload/batches/batch-receipt'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('batch.title') }
}

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params
  await requirePageUser({ ability: 'documents', path: `/batches/${encodeURIComponent(batchId)}` })
  return <BatchReceipt batchId={batchId} />
}
