import { AccountForm } from '@/components/auth/account-form'
import { AuthSheet } from '@/components/auth/auth-sheet'
import { DeadLink } from '@/components/auth/dead-link'
import { type AppError, toAppError } from '@/lib/errors'
import { pageTranslate } from '@/lib/i18n/page'
import { requireSetupToken } from '@/lib/people/invitations/setup'

export async function generateMetadata() {
  const t = await pageTranslate()
  return { title: t('setup.title') }
}

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  const { token: asked } = await searchParams
  const token = typeof asked === 'string' ? asked : ''
  const [t, problem] = await Promise.all([pageTranslate(), findProblem(token)])
  if (problem) return <DeadLink code={problem.code} t={t} />
  return (
    <AuthSheet title={t('setup.title')} description={t('setup.description')}>
      <AccountForm purpose="setup" token={token} />
    </AuthSheet>
  )
}

async function findProblem(token: string): Promise<AppError | null> {
  return requireSetupToken(token).then(() => null, toAppError)
}
