import { AuthSheet } from '@/components/auth/auth-sheet'
import { DeadLink } from '@/components/auth/dead-link'
import { PasswordForm } from '@/components/auth/password-form'
import { AppError, toAppError } from '@/lib/errors'
import { pageTranslate } from '@/lib/i18n/page'
import { getPasswordLink } from '@/lib/people/passwords/password-links'

export async function generateMetadata() {
  const t = await pageTranslate()
  return { title: t('password.title') }
}

export default async function PasswordPage({ searchParams }: PageProps<'/password'>) {
  const { token: asked } = await searchParams
  const token = typeof asked === 'string' ? asked : ''
  const [t, person] = await Promise.all([pageTranslate(), getPasswordLink(token).catch(toAppError)])
  if (person instanceof AppError) return <DeadLink code={person.code} t={t} />
  return (
    <AuthSheet title={t('password.title')} description={t('password.description', { name: person.name })}>
      <PasswordForm token={token} email={person.email} />
    </AuthSheet>
  )
}
