import { signOut } from 'next-auth/react'
import { whileRenewing } from '@/lib/page/page-session'
import { accountPaths } from '@/lib/people/account-paths'
import { checkSession } from './check-session'
import { notifyTabs } from './session-channel'

/** Longer than the next page takes to come. */
const leavingMs = 3_000

/** Signs this browser out, in all its tabs at once, and leaves the page. */
export async function signOutHere(): Promise<void> {
  await whileRenewing(async () => {
    await signOut({ redirect: false })
    notifyTabs()
    location.assign(accountPaths.login)
    await new Promise((resolve) => setTimeout(resolve, leavingMs))
  })
  // Still here: the person was asked whether to leave uploads behind, and stayed.
  await checkSession()
}
