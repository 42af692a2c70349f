import type { Metadata } from 'next'
import { UsageScreen } from '@/components/usage/usage-screen'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'
import { readOverview } from '@/lib/usage/overview'

type SearchParams = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('usage.title') }
}

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const { month } = await searchParams
  const path = typeof month === 'string' ? `/usage?month=${encodeURIComponent(month)}` : '/usage'
  const user = await requirePageUser({ ability: 'usage', path })
  return (
    <UsageScreen
      initial={await readOverview({ months: 12, now: new Date() })}
      canOpenDocuments={can(user.role, 'documents')}
      canSetQuota={can(user.role, 'settings')}
    />
  )
}
