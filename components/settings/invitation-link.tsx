'use client'

import type { InvitationLink as Invitation } from '@/lib/people/directory/schema'
import { useI18n } from '../shell/i18n'
import { CopyButton } from '../ui/controls/copy-button'
import { Notice } from '../ui/notice'

/** The link just made, to be copied now. */
export function InvitationLink({ email, invitation }: { email: string; invitation: Invitation }) {
  const { t, format } = useI18n()
  return (
    <Notice
      tone="good"
      className="mt-4"
      title={t('settings.invite.link', { email })}
      actions={
        <CopyButton
          text={invitation.link}
          label={t('settings.invite.copy', { email })}
          copiedLabel={t('common.copied')}
        />
      }
    >
      <p className="break-all font-mono text-ink text-xs">{invitation.link}</p>
      <p className="mt-1">
        {t(invitation.isMailed ? 'settings.invite.mailed_hint' : 'settings.invite.link_hint', {
          when: format.dateTime(invitation.expiresAt),
        })}
      </p>
    </Notice>
  )
}
