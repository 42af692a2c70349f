'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { fetchJson, ReplyError } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { newAccountSchema, passwordChangeSchema } from '@/lib/people/account-schema'
import { PasswordHint } from '../auth/password-hint'
import { PasswordInput } from '../auth/password-input'
import { signInWithPassword } from '../auth/sign-in'
import { SaveProblem } from '../forms/save-problem'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'

const nothing = { current: '', password: '' }

/** A new password of one's own; this browser stays signed in, all others are out. */
export function PasswordChange({ email }: { email: string }) {
  const { t } = useI18n()
  const [typed, setTyped] = useState(nothing)
  const [isBad, setBad] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = passwordChangeSchema.safeParse(typed)
    setBad(!body.success)
    setProblem(undefined)
    if (!body.success) return
    setSending(true)
    try {
      const path = accountPaths.ownPassword
      await fetchJson({ path, method: 'PUT', body: body.data, schema: newAccountSchema })
      if (await signInWithPassword({ email, password: typed.password })) location.assign(accountPaths.login)
      setTyped(nothing)
      toast(t('password.changed'))
    } catch (error) {
      setProblem((error instanceof ReplyError && error.message) || t('problem.offline'))
    }
    setSending(false)
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-5 p-5 sm:p-6">
      <SaveProblem problem={problem} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('password.current')}>
        <PasswordInput
          name="current"
          autoComplete="current-password"
          maxLength={200}
          value={typed.current}
          onChange={(event) => setTyped({ ...typed, current: event.target.value })}
        />
      </Field>
      <Field
        label={t('password.new')}
        error={isBad ? t('account.password.problem') : undefined}
        hint={<PasswordHint password={typed.password} known={[email]} />}
      >
        <PasswordInput
          name="password"
          autoComplete="new-password"
          maxLength={200}
          value={typed.password}
          onChange={(event) => {
            setTyped({ ...typed, password: event.target.value })
            setBad(false)
          }}
        />
      </Field>
      <Button type="submit" disabled={isSending || typed.current === ''} className="self-start">
        {t('password.change')}
      </Button>
    </form>
  )
}
