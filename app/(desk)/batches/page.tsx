import type { Metadata } from 'next'
import { PageHeader } from '@/components/shell/page-header'
import { BatchList } from '@/components/upload/batches/batch-list'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('batch.list') }
}

export default async function BatchesPage() {
  const user = await requirePageUser({ ability: 'documents', path: '/batches' })
  const t = await pageTranslate()
  return (
    <>
      <PageHeader title={t('batch.list')} description={t('batch.list.description')} />
      <BatchList withPeople={can(user.role, 'settings')} />
    </>
  )
}
