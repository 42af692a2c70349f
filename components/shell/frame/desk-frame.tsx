import type { ReactNode } from 'react'
import type { Translate } from '@/lib/i18n/translate-messages'
import type { SignedInUser } from '@/lib/people/roles'
import { ConnectionLostNotice, ConnectionStatus } from '../live/connection-status'
import type { Theme } from '../preferences'
import { AccountMenu } from './account-menu'
import { ArrivalFocus } from './arrival-focus'
import { Wordmark } from './logo'
import { NavLinks } from './nav-links'

type DeskFrameProps = {
  user: SignedInUser
  theme: Theme
  t: Translate
  /** What goes on meanwhile: beside the page on wide screens, above it on phones. */
  dock?: ReactNode
  children: ReactNode
}

/** The signed-in shell: a narrow side on wide screens, a bar below on phones. */
export function DeskFrame({ user, theme, t, dock, children }: DeskFrameProps) {
  const account = <AccountMenu name={user.name} email={user.email} role={user.role} theme={theme} />
  return (
    <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <a
        href="#content"
        className="sr-only print:hidden focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-3 focus:py-2 focus:shadow-large"
      >
        {t('nav.skip')}
      </a>
      <ArrivalFocus />
      <aside className="sticky top-0 hidden h-dvh flex-col border-r p-4 lg:flex print:hidden">
        <div className="mb-7 px-2 pt-1">
          <Wordmark />
        </div>
        <NavLinks role={user.role} position="side" />
        <div className="mt-auto flex flex-col gap-3">
          {dock}
          <ConnectionStatus />
          <div className="border-t pt-3">{account}</div>
        </div>
      </aside>
      <header className="sticky top-0 z-30 flex items-center justify-between gap-3 border-b bg-paper/90 px-4 py-2 backdrop-blur lg:hidden low:static print:hidden">
        <Wordmark />
        <div className="flex items-center gap-1">
          <ConnectionStatus />
          {account}
        </div>
      </header>
      {dock ? <div className="px-4 pt-3 empty:hidden lg:hidden print:hidden">{dock}</div> : null}
      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 px-4 pt-5 pb-28 outline-none sm:px-6 lg:px-10 lg:pt-9 lg:pb-16 print:p-0"
      >
        <div className="mx-auto max-w-[88rem]">
          <ConnectionLostNotice />
          {children}
        </div>
      </main>
      <div className="fixed inset-x-0 bottom-0 z-30 border-t bg-paper/95 low:static px-2 pt-1 print:hidden pb-[max(0.25rem,env(safe-area-inset-bottom))] backdrop-blur lg:hidden">
        <NavLinks role={user.role} position="bottom" />
      </div>
    </div>
  )
}
