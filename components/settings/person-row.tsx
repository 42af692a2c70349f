'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Person, PersonChange } from '@/lib/people/directory/schema'
import { changePerson, createPasswordLink, directoryQuery } from '@/lib/people/queries'
import type { Role } from '@/lib/people/roles'
import { SaveProblem } from '../forms/save-problem'
import { useSaving } from '../forms/use-saving'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { Badge } from '../ui/badge'
import { classNames } from '../ui/class-names'
import { Button } from '../ui/controls/button'
import { ConfirmDialog } from '../ui/controls/confirm-dialog'
import { InvitationLink } from './invitation-link'
import { RoleSelect } from './role-select'

/** One account: its role, and whether it may sign in. What locks somebody out is asked first. */
export function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const { t } = useI18n()
  const router = useRouter()
  const [confirming, setConfirming] = useState<PersonChange | null>(null)
  const { save, pending, isSaving, problem } = useSaving({
    queryKey: directoryQuery.queryKey,
    send: changePerson,
    // Who gave up the own role may be on the wrong page now; the server knows.
    onSaved: () => isMe && router.refresh(),
  })
  const { id, name } = person
  const link = useMutation({ mutationFn: createPasswordLink })
  const linkProblem = link.error ? failureText({ t, error: link.error }) : undefined
  const change = (wanted: PersonChange) => save({ id, change: wanted })
  const chooseRole = (role: Role) => {
    if (isMe && person.role === 'admin') setConfirming({ role })
    else change({ role })
  }
  return (
    <li className="flex flex-col gap-2 px-5 py-3 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className={classNames('min-w-48 flex-1', person.disabled && 'text-ink-soft')}>
          <p className="flex items-center gap-2 font-medium text-sm">
            <span className="truncate">{name}</span>
            {isMe ? <Badge tone="accent">{t('settings.people.you')}</Badge> : null}
            {person.disabled ? <Badge>{t('settings.people.disabled')}</Badge> : null}
          </p>
          <p className="truncate text-ink-faint text-sm">{person.email}</p>
        </div>
        <RoleSelect
          aria-label={t('settings.people.role_of', { name })}
          value={pending?.change.role ?? person.role}
          onChange={chooseRole}
          disabled={isSaving || person.disabled}
          className="w-40"
        />
        <Button
          variant="quiet"
          aria-label={t('settings.people.password_of', { name })}
          disabled={person.disabled || link.isPending}
          onClick={() => link.mutate(id)}
        >
          {t('settings.people.password')}
        </Button>
        {isMe ? (
          <span className="w-28" />
        ) : (
          <Button
            variant="quiet"
            aria-label={t(person.disabled ? 'settings.people.enable' : 'settings.people.disable', { name })}
            disabled={isSaving}
            onClick={() =>
              person.disabled ? change({ disabled: false }) : setConfirming({ disabled: true })
            }
            className="w-28"
          >
            {t(person.disabled ? 'settings.people.enable_short' : 'settings.people.disable_short')}
          </Button>
        )}
      </div>
      <SaveProblem problem={problem ?? linkProblem} />
      {link.data ? <InvitationLink email={person.email} invitation={link.data} /> : null}
      <ConfirmDialog
        open={confirming !== null}
        onOpenChange={(open) => !open && setConfirming(null)}
        title={
          confirming?.role
            ? t('settings.people.own_role_title')
            : t('settings.people.disable_title', { name })
        }
        description={t(confirming?.role ? 'settings.people.own_role_text' : 'settings.people.disable_text')}
        confirmLabel={t(
          confirming?.role ? 'settings.people.own_role_confirm' : 'settings.people.disable_short',
        )}
        cancelLabel={t('common.cancel')}
        onConfirm={() => confirming && change(confirming)}
      />
    </li>
  )
}
