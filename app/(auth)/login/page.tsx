import { redirect } from 'next/navigation'
import { AuthSheet } from '@/components/auth/auth-sheet'
import { LoginForm } from '@/components/auth/login-form'
import { Notice } from '@/components/ui/notice'
import { findUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { isSetupOpen } from '@/lib/people/invitations/setup'
import { safeNextPath } from '@/lib/people/next-path'
import { homePath } from '@/lib/people/roles'

export async function generateMetadata() {
  const t = await pageTranslate()
  return { title: t('login.title') }
}

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next: asked } = await searchParams
  const next = typeof asked === 'string' ? asked : undefined
  const [t, user, setupOpen] = await Promise.all([pageTranslate(), findUser(), isSetupOpen()])
  if (user) redirect(safeNextPath({ next, fallback: homePath(user.role) }))
  return (
    <AuthSheet title={t('login.title')}>
      {setupOpen ? (
        <Notice tone="attention" title={t('login.nobody')}>
          {t('login.nobody_hint')}
        </Notice>
      ) : (
        <LoginForm next={safeNextPath({ next, fallback: '/' })} />
      )}
    </AuthSheet>
  )
}
