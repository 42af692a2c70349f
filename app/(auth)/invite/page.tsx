import { AccountForm } from '@/components/auth/account-form'
import { AuthSheet } from '@/components/auth/auth-sheet'
import { DeadLink } from '@/components/auth/dead-link'
import { AppError, toAppError } from '@/lib/errors'
import { pageTranslate } from '@/lib/i18n/page'
import { getInvitation } from '@/lib/people/invitations/invitations'

export async function generateMetadata() {
  const t = await pageTranslate()
  return { title: t('invite.title') }
}

export default async function InvitePage({ searchParams }: PageProps<'/invite'>) {
  const { token: asked } = await searchParams
  const token = typeof asked === 'string' ? asked : ''
  const [t, invitation] = await Promise.all([pageTranslate(), getInvitation(token).catch(toAppError)])
  if (invitation instanceof AppError) return <DeadLink code={invitation.code} t={t} />
  const role = t(`account.role.${invitation.role}`)
  return (
    <AuthSheet title={t('invite.title')} description={t('invite.description', { role })}>
      <AccountForm purpose="invite" token={token} invitedEmail={invitation.email} />
    </AuthSheet>
  )
}
