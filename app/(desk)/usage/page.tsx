import type { Metadata } from 'next'
import { UsageScreen } from '@/components/usage/usage-screen'
import { requirePageUser } from '@/lib/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'
import { readOverview } from '@/lib/usage/overview'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('usage.title') }
}

export default async function UsagePage() {
  const user = await requirePageUser({ ability: 'usage', path: '/usage' })
  return (
    <UsageScreen
      initial={await readOverview({ months: 12, now: new Date() })}
      mayOpenDocuments={can(user.role, 'documents')}
      maySetQuota={can(user.role, 'settings')}
    />
  )
}
