import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { SessionGuard } from '@/components/auth/session-guard'
import { FinishedNotifications } from '@/components/notifications/finished-notifications'
import { OutboxProvider } from '@/components/review/outbox/outbox-provider'
import { DeskFrame } from '@/components/shell/frame/desk-frame'
import { ShortcutProvider } from '@/components/shell/keys/shortcut-provider'
import { LiveConnection } from '@/components/shell/live/live-connection'
import { isTheme, themeCookie } from '@/components/shell/preferences'
import { UploadProvider } from '@/components/upload/drop/upload-provider'
import { UploadDock } from '@/components/upload/tray/upload-dock'
import { UpstreamNotice } from '@/components/upstream/upstream-notice'
import { findUser } from '@/lib/http/auth'
import { pageTranslate } from '@/lib/i18n/page'
import { can } from '@/lib/people/roles'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await findUser()
  // The page itself sends a stranger to the sign-in page, and knows the way back.
  if (!user) return children
  const theme = (await cookies()).get(themeCookie)?.value
  const canUpload = can(user.role, 'documents')
  const frame = (
    <DeskFrame
      user={user}
      theme={isTheme(theme) ? theme : 'system'}
      t={await pageTranslate()}
      dock={canUpload ? <UploadDock /> : null}
    >
      <UpstreamNotice readerRole={user.role} />
      {children}
    </DeskFrame>
  )
  return (
    <SessionGuard personId={user.id} email={user.email}>
      <LiveConnection>
        <ShortcutProvider role={user.role}>
          {canUpload ? (
            <>
              <FinishedNotifications personId={user.id} />
              <OutboxProvider personId={user.id} personName={user.name}>
                <UploadProvider personId={user.id}>{frame}</UploadProvider>
              </OutboxProvider>
            </>
          ) : (
            frame
          )}
        </ShortcutProvider>
      </LiveConnection>
    </SessionGuard>
  )
}
