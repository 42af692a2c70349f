'use client'

import type { SignedInUser } from '@/lib/people/roles'
import { can } from '@/lib/people/roles'
import type { Wishes } from '@/lib/people/wishes-schema'
import { SettingsSection } from '../settings/settings-section'
import { PageHeader } from '../shell/page-header'
import { useWords } from '../shell/words'
import { LanguageChoice } from './language-choice'
import { MailSwitches } from './mail-switches'
import { NoticeSwitch } from './notice-switch'
import { PasswordChange } from './password-change'

/** What everyone decides for themselves. */
export function AccountScreen({ user, wishes }: { user: SignedInUser; wishes: Wishes }) {
  const { t } = useWords()
  return (
    <>
      <PageHeader title={t('account.title')} description={`${user.name} · ${user.email}`} />
      <div className="flex flex-col gap-10">
        <SettingsSection id="language">
          <LanguageChoice />
        </SettingsSection>
        <SettingsSection id="password">
          <PasswordChange email={user.email} />
        </SettingsSection>
        {can(user.role, 'documents') ? (
          <SettingsSection id="notices">
            <div className="p-5 sm:p-6">
              <NoticeSwitch />
            </div>
          </SettingsSection>
        ) : null}
        <SettingsSection id="mails">
          <MailSwitches initial={wishes} role={user.role} email={user.email} />
        </SettingsSection>
      </div>
    </>
  )
}
