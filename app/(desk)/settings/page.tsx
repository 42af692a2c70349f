import type { Metadata } from 'next'
import { SettingsScreen } from '@/components/settings/settings-screen'
import { requirePageUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { readDirectory } from '@/lib/people/directory/directory'
import { readTokens } from '@/lib/people/tokens/tokens'
import { readDeskSettings } from '@/lib/settings/desk'
import { readSteps } from '@/lib/steps/steps'

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslate()
  return { title: t('settings.title') }
}

export default async function SettingsPage() {
  const user = await requirePageUser({ ability: 'settings', path: '/settings' })
  const [desk, steps, directory, tokens] = await Promise.all([
    readDeskSettings(),
    readSteps(),
    readDirectory(),
    readTokens({ user, all: true }),
  ])
  return <SettingsScreen myId={user.id} desk={desk} steps={steps} directory={directory} tokens={tokens} />
}
