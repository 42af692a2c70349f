'use client'

import { type FormEvent, useState } from 'react'
import { fetchJson, ReplyError } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { newAccountSchema, newPasswordSchema } from '@/lib/people/account-schema'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { Notice } from '../ui/notice'
import { PasswordHint } from './password-hint'
import { PasswordInput } from './password-input'
import { signInWithPassword } from './sign-in'

/** Sets a new password from a one-time link, signs in and opens the desk. */
export function PasswordForm({ token, email }: { token: string; email: string }) {
  const { t } = useI18n()
  const [password, setPassword] = useState('')
  const [isBad, setBad] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = newPasswordSchema.safeParse({ token, password })
    setBad(!body.success)
    if (!body.success) return
    setSending(true)
    try {
      await fetchJson({
        path: accountPaths.password,
        method: 'POST',
        body: body.data,
        schema: newAccountSchema,
      })
      const refused = await signInWithPassword({ email, password })
      location.assign(refused ? accountPaths.login : '/')
    } catch (error) {
      setSending(false)
      setRefusal((error instanceof ReplyError && error.message) || t('account.unreachable'))
    }
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      {refusal ? (
        <Notice tone="bad" urgent>
          {refusal}
        </Notice>
      ) : null}
      <Field label={t('account.email')}>
        <Input value={email} type="email" autoComplete="username" readOnly />
      </Field>
      <Field
        label={t('password.new')}
        error={isBad ? t('account.password.problem') : undefined}
        hint={<PasswordHint password={password} known={[email]} />}
      >
        <PasswordInput
          name="password"
          value={password}
          required
          autoFocus
          onChange={(event) => {
            setPassword(event.target.value)
            setBad(false)
          }}
          autoComplete="new-password"
          maxLength={200}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={isSending}>
        {t('password.submit')}
      </Button>
    </form>
  )
}
