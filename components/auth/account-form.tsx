'use client'

import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { fetchJson, ReplyError } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { acceptanceSchema, newAccountSchema, setupSchema } from '@/lib/people/account-schema'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { Notice } from '../ui/notice'
import { PasswordHint } from './password-hint'
import { PasswordInput } from './password-input'
import { signInWithPassword } from './sign-in'

const purposes = {
  setup: { path: accountPaths.setup, schema: setupSchema },
  invite: { path: accountPaths.accept, schema: acceptanceSchema },
}

const fields = ['name', 'email', 'password'] as const
type FieldName = (typeof fields)[number]
type Problems = Partial<Record<FieldName, string>>

type AccountFormProps = {
  purpose: keyof typeof purposes
  token: string
  /** The address of the invitation, which the account keeps. */
  invitedEmail?: string
}

/** Makes an account from a one-time link, signs in and opens the desk. */
export function AccountForm({ purpose, token, invitedEmail = '' }: AccountFormProps) {
  const { t } = useI18n()
  const [values, setValues] = useState({ name: '', email: invitedEmail, password: '' })
  const [problems, setProblems] = useState<Problems>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const { path, schema } = purposes[purpose]

  const edit = (name: FieldName) => ({
    name,
    value: values[name],
    required: true,
    onChange: (event: { target: { value: string } }) => {
      setValues({ ...values, [name]: event.target.value })
      setProblems({ ...problems, [name]: undefined })
    },
  })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const account = schema.safeParse({ ...values, token })
    if (!account.success) return setProblems(toProblems(account.error.issues))
    setSending(true)
    try {
      const { email } = await fetchJson({
        path,
        method: 'POST',
        body: account.data,
        schema: newAccountSchema,
      })
      const refused = await signInWithPassword({ email, password: values.password })
      location.assign(refused ? accountPaths.login : '/')
    } catch (error) {
      setSending(false)
      const message = error instanceof ReplyError ? error.message : ''
      if (error instanceof ReplyError && error.code === 'person.email_taken') setProblems({ email: message })
      else setRefusal(message || t('account.unreachable'))
    }
  }

  const toProblems = (issues: z.core.$ZodIssue[]): Problems => {
    const bad = fields.filter((field) => issues.some((issue) => issue.path[0] === field))
    return Object.fromEntries(bad.map((field) => [field, t(`account.${field}.problem`)]))
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {refusal ? (
        <Notice tone="bad" urgent>
          {refusal}
        </Notice>
      ) : null}
      <Field label={t('account.name')} error={problems.name}>
        <Input {...edit('name')} autoComplete="name" maxLength={100} autoFocus />
      </Field>
      <Field label={t('account.email')} error={problems.email}>
        <Input {...edit('email')} type="email" autoComplete="username" readOnly={purpose === 'invite'} />
      </Field>
      <Field
        label={t('account.password')}
        error={problems.password}
        hint={<PasswordHint password={values.password} known={[values.name, values.email]} />}
      >
        <PasswordInput {...edit('password')} autoComplete="new-password" maxLength={200} />
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {t(`${purpose}.submit`)}
      </Button>
    </form>
  )
}
