'use client'

import { AlertDialog as Primitive } from 'radix-ui'
import { useI18n } from '../shell/i18n'
import { checkSession } from '../shell/session/check-session'
import { SignInForm } from './sign-in-form'

/** Hides everything, other dialogs too, until somebody has signed in; there is no way around it. */
export function SignedOutDialog({ open, email }: { open: boolean; email: string }) {
  const { t } = useI18n()
  return (
    <Primitive.Root open={open}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-60 bg-paper" />
        <Primitive.Content className="animate-enter fixed top-1/2 left-1/2 z-60 max-h-[90dvh] w-[min(92vw,28rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-2xl border bg-surface p-6 shadow-large">
          <Primitive.Title className="text-lg">{t('session.over.title')}</Primitive.Title>
          <Primitive.Description className="mt-1 mb-5 text-ink-soft text-sm">
            {t('session.over.text')}
          </Primitive.Description>
          <SignInForm email={email} onSignedIn={checkSession} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
