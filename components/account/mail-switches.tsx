'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { NotificationPreferences, PreferencesChange } from '@/lib/people/preferences/schema'
import { changePreferences, preferencesQuery } from '@/lib/people/queries'
import { can, type Role } from '@/lib/people/roles'
import { SaveProblem } from '../forms/save-problem'
import { SwitchRow } from '../forms/switch-row'
import { useSaving } from '../forms/use-saving'
import { useI18n } from '../shell/i18n'
import { Notice } from '../ui/notice'

type MailSwitchesProps = { initial: NotificationPreferences; role: Role; email: string }

/** Which mails this person wants; they come in the language of the screen at the time of the choice. */
export function MailSwitches({ initial, role, email }: MailSwitchesProps) {
  const { t, locale } = useI18n()
  const id = useId()
  const { data: preferences } = useQuery({ ...preferencesQuery, initialData: initial })
  const { save, pending, problem } = useSaving({
    queryKey: preferencesQuery.queryKey,
    send: changePreferences,
  })
  const change = (choice: PreferencesChange) => save({ ...choice, locale })
  return (
    <div className="flex flex-col gap-5 p-5 sm:p-6">
      {preferences.hasMailServer ? null : <Notice tone="attention">{t('account.mails.no_server')}</Notice>}
      {can(role, 'documents') ? (
        <SwitchRow
          id={`${id}-done`}
          label={t('account.mails.done')}
          hint={t('account.mails.done_hint', { email })}
          checked={pending?.mailsDone ?? preferences.mailsDone}
          onChange={(mailsDone) => change({ mailsDone })}
        />
      ) : null}
      {can(role, 'usage') ? (
        <SwitchRow
          id={`${id}-quota`}
          label={t('account.mails.quota')}
          hint={t('account.mails.quota_hint')}
          checked={pending?.mailsQuota ?? preferences.mailsQuota}
          onChange={(mailsQuota) => change({ mailsQuota })}
        />
      ) : null}
      <SaveProblem problem={problem} />
    </div>
  )
}
