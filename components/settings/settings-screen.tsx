'use client'

import type { Directory } from '@/lib/people/directory/schema'
import type { AccessTokens } from '@/lib/people/tokens/schema'
import type { DeskSettings } from '@/lib/settings/schema'
import type { ManagedStep } from '@/lib/steps/schema'
import { useI18n } from '../shell/i18n'
import { PageHeader } from '../shell/page-header'
import { TokenList } from '../tokens/token-list'
import { ConnectionFacts } from './connection/connection-facts'
import { ConnectionTest } from './connection/connection-test'
import { MailPanel } from './mail-panel'
import { PeoplePanel } from './people-panel'
import { QuotaForm } from './quota-form'
import { SettingsSection } from './settings-section'
import { SharingForm } from './sharing-form'
import { StepsPanel } from './steps-panel'

type SettingsScreenProps = {
  myId: string
  desk: DeskSettings
  steps: { steps: ManagedStep[] }
  directory: Directory
  /** Of all people. */
  tokens: AccessTokens
}

const sections = ['quota', 'steps', 'people', 'all_tokens', 'desk', 'connection', 'mail'] as const

export function SettingsScreen({ myId, desk, steps, directory, tokens }: SettingsScreenProps) {
  const { t } = useI18n()
  return (
    <>
      <PageHeader title={t('settings.title')} description={t('settings.description')} />
      <nav aria-label={t('settings.sections')} className="-mx-1 mb-6 flex flex-wrap gap-1 text-sm">
        {sections.map((section) => (
          <a
            key={section}
            href={`#${section}`}
            className="rounded-lg px-2.5 py-1.5 text-ink-soft hover:bg-sunken hover:text-ink"
          >
            {t(`settings.${section}.title`)}
          </a>
        ))}
      </nav>
      <div className="flex flex-col gap-10">
        <SettingsSection id="quota">
          <QuotaForm initial={desk} />
        </SettingsSection>
        <SettingsSection id="steps">
          <StepsPanel initial={steps} />
        </SettingsSection>
        <SettingsSection id="people">
          <PeoplePanel initial={directory} myId={myId} />
        </SettingsSection>
        <SettingsSection id="all_tokens">
          <TokenList initial={tokens} all />
        </SettingsSection>
        <SettingsSection id="desk">
          <SharingForm initial={desk} />
        </SettingsSection>
        <SettingsSection id="connection">
          <ConnectionFacts />
          <ConnectionTest />
        </SettingsSection>
        <SettingsSection id="mail">
          <MailPanel />
        </SettingsSection>
      </div>
    </>
  )
}
