import type { Metadata } from 'next'
import { AccountScreen } from '@/components/account/account-screen'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { readPreferences } from '@/lib/people/preferences/preferences'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('account.title') }
}

export default async function AccountPage() {
  const user = await requirePageUser({ path: '/account' })
  return <AccountScreen user={user} wishes={await readPreferences(user.id)} />
}
