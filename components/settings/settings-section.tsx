'use client'

import type { ReactNode } from 'react'
import { quotaThresholds } from '@/lib/usage/quota'
import { useI18n } from '../shell/i18n'
import { PanelBoundary } from '../shell/panel-boundary'
import { Panel } from '../ui/panel'

type SettingsSectionProps = {
  id:
    | 'quota'
    | 'steps'
    | 'people'
    | 'desk'
    | 'connection'
    | 'mail'
    | 'language'
    | 'password'
    | 'sessions'
    | 'tokens'
    | 'all_tokens'
    | 'notices'
    | 'mails'
  children: ReactNode
}

/** What a group of settings is for on the left, the settings on the right. */
export function SettingsSection({ id, children }: SettingsSectionProps) {
  const { t, format } = useI18n()
  const [reached, near] = quotaThresholds
  const levels = { near: format.percent(near.percent / 100), reached: format.percent(reached.percent / 100) }
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-16 gap-x-10 gap-y-4 lg:grid-cols-[17rem_minmax(0,1fr)] lg:scroll-mt-6"
    >
      <div>
        <h2 id={`${id}-title`} className="text-base">
          {t(`settings.${id}.title`)}
        </h2>
        <p className="mt-1 max-w-prose text-ink-soft text-sm">{t(`settings.${id}.description`, levels)}</p>
      </div>
      <Panel className="min-w-0">
        <PanelBoundary>{children}</PanelBoundary>
      </Panel>
    </section>
  )
}
