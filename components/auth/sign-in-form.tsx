'use client'

import { useCallback, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { errorMessage } from '@/lib/i18n/error-message'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'
import { Input } from '../ui/controls/input'
import { Notice } from '../ui/notice'
import { PasswordInput } from './password-input'
import { type Credentials, type SignInRefusal, signInWithPassword } from './sign-in'

type SignInFormProps = {
  /** Who signs in, where that is known. */
  email?: string
  onSignedIn: () => void | Promise<void>
}

/** E-mail and password; a refusal stays in the page, and a wait counts itself down. */
export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const { t } = useI18n()
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null)
  const { register, handleSubmit, formState } = useForm<Credentials>(
    email ? { defaultValues: { email } } : {},
  )
  const { secondsLeft, start } = useCountdown()

  const submit = handleSubmit(async (credentials) => {
    const refused = await signInWithPassword(credentials)
    if (!refused) return onSignedIn()
    setRefusal(refused)
    start(refused.seconds)
  })

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <RefusalNotice refusal={refusal} secondsLeft={secondsLeft} />
      <Field label={t('account.email')}>
        <Input {...register('email')} type="email" autoComplete="username" required autoFocus={!email} />
      </Field>
      <Field label={t('account.password')}>
        <PasswordInput
          {...register('password')}
          autoComplete="current-password"
          required
          autoFocus={email !== undefined}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={formState.isSubmitting || secondsLeft > 0}>
        {secondsLeft > 0 ? t('login.submit_in', { seconds: secondsLeft }) : t('login.submit')}
      </Button>
      <p className="text-ink-faint text-sm">{t('login.forgotten')}</p>
    </form>
  )
}

function RefusalNotice({ refusal, secondsLeft }: { refusal: SignInRefusal | null; secondsLeft: number }) {
  const { t } = useI18n()
  const isOver = refusal?.code === 'auth.too_many_attempts' && secondsLeft === 0
  if (!refusal || isOver) return null
  // The words keep the first number, so that a screen reader hears them once; the button counts.
  return (
    <Notice tone="bad" urgent>
      {refusal.code === 'unreachable'
        ? t('account.unreachable')
        : errorMessage(t, { code: refusal.code, values: { seconds: refusal.seconds } })}
    </Notice>
  )
}

/** Whole seconds left of a wait; zero when there is none. `start(seconds)` begins one. */
function useCountdown(): { secondsLeft: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState<number | null>(null)
  const [secondsLeft, setSecondsLeft] = useState(0)

  useEffect(() => {
    if (until === null) return
    const tick = () => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000))
      setSecondsLeft(left)
      if (left === 0) setUntil(null)
    }
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])

  const start = useCallback((seconds: number) => setUntil(Date.now() + seconds * 1000), [])
  return { secondsLeft, start }
}
