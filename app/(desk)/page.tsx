import type { Metadata } from 'next'
import { LiveDocuments } from '@/components/documents/cards/live-documents'
import { PageHeader } from '@/components/shell/page-header'
import { UploadPanel } from '@/components/upload/drop/upload-panel'
import { UploadProgress } from '@/components/upload/tray/upload-progress'
import { QuotaBanner } from '@/components/usage/quota-notice'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('nav.desk') }
}

export default async function DeskPage() {
  await requirePageUser({ ability: 'documents', path: '/' })
  const t = await pageTranslate()
  return (
    <>
      <PageHeader title={t('nav.desk')} description={t('desk.description')} />
      <QuotaBanner className="mb-5" />
      <UploadPanel />
      <UploadProgress />
      <LiveDocuments />
    </>
  )
}
