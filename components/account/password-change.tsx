'use client'

import { toast } from 'sonner'
import { fetchJson } from '@/lib/fetch-json'
import { whileRenewing } from '@/lib/page/page-session'
import { accountPaths } from '@/lib/people/account-paths'
import { newAccountSchema, passwordChangeSchema } from '@/lib/people/account-schema'
import { PasswordHint } from '../auth/password-hint'
import { PasswordInput } from '../auth/password-input'
import { signInWithPassword } from '../auth/sign-in'
import { SaveProblem } from '../forms/save-problem'
import { useSchemaForm } from '../forms/use-schema-form'
import { failureText } from '../shell/failure-text'
import { useI18n } from '../shell/i18n'
import { Button } from '../ui/controls/button'
import { Field } from '../ui/controls/field'

/** A new password of one's own; this browser stays signed in, all others are out. */
export function PasswordChange({ email }: { email: string }) {
  const { t } = useI18n()
  const { register, handleSubmit, setError, reset, watch, formState } = useSchemaForm({
    schema: passwordChangeSchema,
    problems: { password: 'account.password.problem' },
  })
  const { errors, isSubmitting } = formState

  const submit = handleSubmit(async (body) => {
    try {
      const refused = await whileRenewing(async () => {
        await fetchJson({ path: accountPaths.ownPassword, method: 'PUT', body, schema: newAccountSchema })
        return signInWithPassword({ email, password: body.password })
      })
      if (refused) location.assign(accountPaths.login)
      reset()
      toast(t('password.changed'))
    } catch (error) {
      setError('root', { message: failureText({ t, error }) })
    }
  })
  return (
    <form method="post" onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-5 p-5 sm:p-6">
      <SaveProblem problem={errors.root?.message} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('password.current')}>
        <PasswordInput {...register('current')} autoComplete="current-password" maxLength={200} />
      </Field>
      <Field
        label={t('password.new')}
        error={errors.password?.message}
        hint={<PasswordHint password={watch('password') ?? ''} known={[email]} />}
      >
        <PasswordInput {...register('password')} autoComplete="new-password" maxLength={200} />
      </Field>
      <Button type="submit" disabled={isSubmitting || !watch('current')} className="self-start">
        {t('password.change')}
      </Button>
    </form>
  )
}
