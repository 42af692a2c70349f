import Link from 'next/link'
import type { ErrorCode } from '@/lib/errors'
import { errorMessage } from '@/lib/i18n/error-message'
import type { Translate } from '@/lib/i18n/translate-messages'
import { accountPaths } from '@/lib/people/account-paths'
import { Button } from '../ui/controls/button'
import { AuthSheet } from './auth-sheet'

/** A one-time link that leads nowhere any more, and the way on. */
export function DeadLink({ code, t }: { code: ErrorCode; t: Translate }) {
  return (
    <AuthSheet title={t('dead_link.title')} description={errorMessage(t, { code })}>
      <Button asChild>
        <Link href={accountPaths.login}>{t('dead_link.login')}</Link>
      </Button>
    </AuthSheet>
  )
}
