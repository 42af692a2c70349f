'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useId, useState } from 'react'
import { ReplyError } from '@/lib/fetch-json'
import { newInvitationSchema } from '@/lib/people/directory/schema'
import { directoryQuery, invitePerson } from '@/lib/people/queries'
import type { Role } from '@/lib/people/roles'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { InvitationLink } from './invitation-link'
import { RoleSelect } from './role-select'

/** Makes a link that lets one person in, with a role chosen for them. */
export function InviteForm({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useI18n()
  const titleId = useId()
  const client = useQueryClient()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('uploader')
  const [isBad, setBad] = useState(false)
  const invite = useMutation({
    mutationFn: invitePerson,
    onSuccess: () => {
      setEmail('')
      return client.invalidateQueries({ queryKey: directoryQuery.queryKey })
    },
  })
  const refusal = invite.error
    ? (invite.error instanceof ReplyError && invite.error.message) || t('problem.offline')
    : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const invitation = newInvitationSchema.safeParse({ email, role })
    setBad(!invitation.success)
    if (invitation.success) invite.mutate(invitation.data)
    else invite.reset()
  }

  return (
    <form onSubmit={submit} noValidate aria-labelledby={titleId} className="border-t p-5 sm:p-6">
      <h3 id={titleId} className="mb-3 text-sm">
        {t('settings.invite.title')}
      </h3>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_12rem_auto]">
        <Field
          label={t('settings.invite.email')}
          error={isBad ? t('settings.invite.email_problem') : refusal}
        >
          <Input
            ref={fieldRef}
            type="email"
            autoComplete="off"
            value={email}
            onChange={(event) => {
              setEmail(event.target.value)
              setBad(false)
            }}
          />
        </Field>
        <Field label={t('settings.people.role')} hint={t(`settings.role.${role}`)}>
          <RoleSelect value={role} onChange={setRole} />
        </Field>
        <Button type="submit" variant="primary" disabled={invite.isPending} className="sm:mt-[1.625rem]">
          {t('settings.invite.send')}
        </Button>
      </div>
      {invite.data ? <InvitationLink email={invite.variables.email} invitation={invite.data} /> : null}
    </form>
  )
}
