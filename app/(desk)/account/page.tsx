import type { Metadata } from 'next'
import { AccountScreen } from '@/components/account/account-screen'
import { requirePageSession } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { readPreferences } from '@/lib/people/preferences/preferences'
import { readOwnSessions } from '@/lib/people/sessions/own-sessions'
import { readTokens } from '@/lib/people/tokens/tokens'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('account.title') }
}

export default async function AccountPage() {
  const { id, user } = await requirePageSession({ path: '/account' })
  const [wishes, sessions, tokens] = await Promise.all([
    readPreferences(user.id),
    readOwnSessions({ personId: user.id, currentId: id }),
    readTokens({ user, all: false }),
  ])
  return <AccountScreen user={user} wishes={wishes} sessions={sessions} tokens={tokens} />
}
