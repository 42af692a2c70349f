import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/shell/desk-frame'
import { LiveLine } from '@/components/shell/live-line'
import { ShortcutList } from '@/components/shell/shortcut-list'
import { isTheme, themeCookie } from '@/components/shell/theme'
import { findUser } from '@/lib/auth'
import { pageTranslate } from '@/lib/i18n/page'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await findUser()
  // The page itself sends a stranger to the sign-in page, and knows the way back.
  if (!user) return children
  const theme = (await cookies()).get(themeCookie)?.value
  return (
    <LiveLine>
      <ShortcutList role={user.role}>
        <DeskFrame user={user} theme={isTheme(theme) ? theme : 'system'} t={await pageTranslate()}>
          {children}
        </DeskFrame>
      </ShortcutList>
    </LiveLine>
  )
}
