'use client'

import { useId } from 'react'
import { locales } from '@/lib/i18n/catalogues'
import type { NotificationPreferences } from '@/lib/people/preferences/schema'
import type { SignedInUser } from '@/lib/people/roles'
import { can } from '@/lib/people/roles'
import type { OwnSessions } from '@/lib/people/sessions/schema'
import type { AccessTokens } from '@/lib/people/tokens/schema'
import { SwitchRow } from '../forms/switch-row'
import {
  setNotificationPreference,
  useNotificationPreference,
} from '../notifications/notification-preference'
import { SettingsSection } from '../settings/settings-section'
import { useI18n } from '../shell/i18n'
import { PageHeader } from '../shell/page-header'
import { useLanguage } from '../shell/use-language'
import { OwnTokens } from '../tokens/own-tokens'
import { Segmented } from '../ui/controls/segmented'
import { MailSwitches } from './mail-switches'
import { PasswordChange } from './password-change'
import { SessionList } from './session-list'

type AccountScreenProps = {
  user: SignedInUser
  wishes: NotificationPreferences
  sessions: OwnSessions
  tokens: AccessTokens
}

/** What everyone decides for themselves. */
export function AccountScreen({ user, wishes, sessions, tokens }: AccountScreenProps) {
  const { t } = useI18n()
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
        <SettingsSection id="sessions">
          <SessionList initial={sessions} />
        </SettingsSection>
        <SettingsSection id="tokens">
          <OwnTokens initial={tokens} personRole={user.role} />
        </SettingsSection>
        {can(user.role, 'documents') ? (
          <SettingsSection id="notices">
            <div className="p-5 sm:p-6">
              <NotificationSwitch />
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

/** The language of the screen in this browser, and of mails from then on. */
function LanguageChoice() {
  const { t, locale } = useI18n()
  const choose = useLanguage()
  return (
    <div className="p-5 sm:p-6">
      <Segmented
        label={t('language.label')}
        value={locale}
        onChange={choose}
        options={locales.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
    </div>
  )
}

/** Notices of the system in this browser; the browser asks for its permission on the click. */
function NotificationSwitch() {
  const { t } = useI18n()
  const preference = useNotificationPreference()
  const id = useId()
  const isImpossible = preference === 'blocked' || preference === 'unsupported'
  return (
    <SwitchRow
      id={id}
      label={t('notices.switch')}
      hint={t(isImpossible ? `notices.switch_${preference}` : 'notices.switch_hint')}
      checked={preference === 'on'}
      disabled={isImpossible}
      onChange={(on) => void setNotificationPreference(on)}
    />
  )
}
