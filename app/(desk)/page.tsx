import { ReceiptText } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { LiveDocuments } from '@/components/documents/cards/live-documents'
import { PageHeader } from '@/components/shell/page-header'
import { PanelBoundary } from '@/components/shell/panel-boundary'
import { Button } from '@/components/ui/controls/button'
import { UploadPanel } from '@/components/upload/drop/upload-panel'
import { UploadProgress } from '@/components/upload/tray/upload-progress'
import { QuotaBanner } from '@/components/usage/quota-notice'
import { batchPaths } from '@/lib/documents/batches/queries'
import { hasDocuments } from '@/lib/documents/read/list-documents'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('nav.desk') }
}

export default async function DeskPage() {
  const user = await requirePageUser({ ability: 'documents', path: '/' })
  const t = await pageTranslate()
  const isEmpty = !(await hasDocuments(user))
  return (
    <>
      <PageHeader
        title={t('nav.desk')}
        actions={
          <Button asChild size="small" variant="quiet">
            <Link href={batchPaths.list}>
              <ReceiptText aria-hidden />
              <span>{t('batch.list')}</span>
            </Link>
          </Button>
        }
        {...(isEmpty ? { description: t('desk.description') } : { isDense: true })}
      />
      <QuotaBanner className="mb-3" />
      <PanelBoundary>
        <UploadPanel isEmpty={isEmpty} />
        <UploadProgress />
      </PanelBoundary>
      <PanelBoundary>
        <LiveDocuments />
      </PanelBoundary>
    </>
  )
}
