'use client'

import { fetchJson, ReplyError } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { newAccountSchema, setupSchema } from '@/lib/people/account-schema'
import { useSchemaForm } from '../forms/use-schema-form'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { Notice } from '../ui/notice'
import { PasswordHint } from './password-hint'
import { PasswordInput } from './password-input'
import { openDesk } from './sign-in'

const paths = { setup: accountPaths.setup, invite: accountPaths.accept }

type AccountFormProps = {
  purpose: keyof typeof paths
  token: string
  /** The address of the invitation, which the account keeps. */
  invitedEmail?: string
}

/** Makes an account from a one-time link, signs in and opens the desk. */
export function AccountForm({ purpose, token, invitedEmail }: AccountFormProps) {
  const { t } = useI18n()
  const { register, handleSubmit, setError, watch, formState } = useSchemaForm({
    schema: setupSchema,
    problems: {
      name: 'account.name.problem',
      email: 'account.email.problem',
      password: 'account.password.problem',
    },
    defaultValues: { token, ...(invitedEmail ? { email: invitedEmail } : {}) },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState
  const [name = '', email = '', password = ''] = watch(['name', 'email', 'password'])

  const submit = handleSubmit(async (account) => {
    try {
      const request = {
        path: paths[purpose],
        method: 'POST',
        body: account,
        schema: newAccountSchema,
      } as const
      await openDesk({ ...(await fetchJson(request)), password: account.password })
    } catch (error) {
      const isTaken = error instanceof ReplyError && error.code === 'person.email_taken'
      const message = failureText({ t, error, unreachable: 'account.unreachable' })
      setError(isTaken ? 'email' : 'root', { message })
    }
  })
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.root ? (
        <Notice tone="bad" urgent>
          {errors.root.message}
        </Notice>
      ) : null}
      <Field label={t('account.name')} error={errors.name?.message}>
        <Input {...register('name')} required autoComplete="name" maxLength={100} autoFocus />
      </Field>
      <Field label={t('account.email')} error={errors.email?.message}>
        <Input
          {...register('email')}
          required
          type="email"
          autoComplete="username"
          readOnly={purpose === 'invite'}
        />
      </Field>
      <Field
        label={t('account.password')}
        error={errors.password?.message}
        hint={<PasswordHint password={password} known={[name, email]} />}
      >
        <PasswordInput {...register('password')} required autoComplete="new-password" maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" disabled={isSubmitting || isSubmitSuccessful}>
        {t(`${purpose}.submit`)}
      </Button>
    </form>
  )
}
