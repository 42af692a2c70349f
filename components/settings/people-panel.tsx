'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Directory } from '@/lib/people/directory/schema'
import { directoryQuery } from '@/lib/people/queries'
import { useI18n } from '../shell/i18n'
import { InvitationRow } from './invitation-row'
import { InviteForm } from './invite-form'
import { PersonRow } from './person-row'

/** Everyone with an account, everyone invited, and the way to invite more. */
export function PeoplePanel({ initial, myId }: { initial: Directory; myId: string }) {
  const { t } = useI18n()
  const inviteField = useRef<HTMLInputElement>(null)
  const { data: directory } = useQuery({ ...directoryQuery, initialData: initial })
  return (
    <>
      <ul aria-label={t('settings.people.label')} className="divide-y">
        {directory.people.map((person) => (
          <PersonRow key={person.id} person={person} isMe={person.id === myId} />
        ))}
      </ul>
      {directory.invitations.length > 0 ? (
        <section className="border-t px-5 py-4 sm:px-6">
          <h3 className="mb-1 text-ink-faint text-xs">{t('settings.invite.open')}</h3>
          <ul>
            {directory.invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                onRevoked={() => inviteField.current?.focus()}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <InviteForm fieldRef={inviteField} />
    </>
  )
}
