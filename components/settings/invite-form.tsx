'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { newInvitationSchema } from '@/lib/people/directory/schema'
import { directoryQuery, invitePerson } from '@/lib/people/queries'
import { mailFactsQuery } from '@/lib/settings/queries'
import { PanelForm } from '../forms/panel-form'
import { useSchemaForm } from '../forms/use-schema-form'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { InvitationLink } from './invitation-link'
import { RoleSelect } from './role-select'

/** Makes a link that lets one person in, with a role chosen for them; it goes out by mail where there is a server. */
export function InviteForm({ fieldRef }: { fieldRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const { data: mail } = useQuery(mailFactsQuery)
  const { register, handleSubmit, setValue, watch, formState } = useSchemaForm({
    schema: newInvitationSchema,
    problems: { email: 'settings.invite.email_problem' },
    draft: 'settings.invite',
    defaultValues: { role: 'uploader' },
  })
  const { ref: emailRef, ...email } = register('email')
  const role = watch('role')
  const invite = useMutation({
    mutationFn: invitePerson,
    onSuccess: () => {
      setValue('email', '')
      return client.invalidateQueries({ queryKey: directoryQuery.queryKey })
    },
  })
  const refusal = invite.error ? failureText({ t, error: invite.error }) : undefined
  const submit = handleSubmit((invitation) => invite.mutate(invitation), invite.reset)
  return (
    <PanelForm title={t('settings.invite.title')} onSubmit={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_12rem_auto]">
        <Field label={t('settings.invite.email')} error={formState.errors.email?.message ?? refusal}>
          <Input
            {...email}
            ref={(input) => {
              emailRef(input)
              fieldRef.current = input
            }}
            type="email"
            autoComplete="off"
          />
        </Field>
        <Field label={t('settings.people.role')} hint={t(`settings.role.${role}`)}>
          <RoleSelect value={role} onChange={(chosen) => setValue('role', chosen)} />
        </Field>
        <Button type="submit" variant="primary" disabled={invite.isPending} className="sm:mt-[1.625rem]">
          {t(mail?.server ? 'settings.invite.mail' : 'settings.invite.send')}
        </Button>
      </div>
      {invite.data ? <InvitationLink email={invite.variables.email} invitation={invite.data} /> : null}
    </PanelForm>
  )
}
