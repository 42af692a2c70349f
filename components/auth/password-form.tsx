'use client'

import { fetchJson } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { newAccountSchema, newPasswordSchema } from '@/lib/people/account-schema'
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

/** Sets a new password from a one-time link, signs in and opens the desk. */
export function PasswordForm({ token, email }: { token: string; email: string }) {
  const { t } = useI18n()
  const { register, handleSubmit, setError, watch, formState } = useSchemaForm({
    schema: newPasswordSchema,
    problems: { password: 'account.password.problem' },
    defaultValues: { token },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = formState

  const submit = handleSubmit(async (body) => {
    try {
      await fetchJson({ path: accountPaths.password, method: 'POST', body, schema: newAccountSchema })
      await openDesk({ email, password: body.password })
    } catch (error) {
      setError('root', { message: failureText({ t, error, unreachable: 'account.unreachable' }) })
    }
  })
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {errors.root ? (
        <Notice tone="bad" urgent>
          {errors.root.message}
        </Notice>
      ) : null}
      <Field label={t('account.email')}>
        <Input value={email} type="email" autoComplete="username" readOnly />
      </Field>
      <Field
        label={t('password.new')}
        error={errors.password?.message}
        hint={<PasswordHint password={watch('password') ?? ''} known={[email]} />}
      >
        <PasswordInput
          {...register('password')}
          required
          autoFocus
          autoComplete="new-password"
          maxLength={200}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={isSubmitting || isSubmitSuccessful}>
        {t('password.submit')}
      </Button>
    </form>
  )
}
