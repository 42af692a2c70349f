'use client'

import type { OpenInvitation } from '@/lib/people/directory/schema'
import { directoryQuery, withdrawInvitation } from '@/lib/people/queries'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { useI18n } from '../shell/i18n'
import { Badge } from '../ui/badge'
import { Button } from '../ui/controls/button'

type InvitationRowProps = {
  invitation: OpenInvitation
  /** The row is about to go, and the focus with it. */
  onRevoked: () => void
}

/** An invitation nobody has used yet. */
export function InvitationRow({ invitation, onRevoked }: InvitationRowProps) {
  const { t, format } = useI18n()
  const { save, isSaving, problem } = useSaving({
    queryKey: directoryQuery.queryKey,
    send: withdrawInvitation,
    onSaved: onRevoked,
  })
  const { email } = invitation
  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="min-w-48 flex-1 truncate">{email}</span>
        <span className="text-ink-soft">{t(`account.role.${invitation.role}`)}</span>
        {invitation.expired ? (
          <Badge tone="attention">{t('settings.invite.expired')}</Badge>
        ) : (
          <span className="figures text-ink-faint">
            {t('settings.invite.expires', { when: format.date(invitation.expiresAt) })}
          </span>
        )}
        <Button
          size="small"
          variant="quiet"
          aria-label={t('settings.invite.withdraw_of', { email })}
          disabled={isSaving}
          onClick={() => save(invitation.id)}
        >
          {t('settings.invite.withdraw')}
        </Button>
      </div>
      <SaveProblem problem={problem} />
    </li>
  )
}
