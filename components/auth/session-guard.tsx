'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { claimPage } from '@/lib/page/page-session'
import { checkSession } from '../shell/session/check-session'
import { watchTabs } from '../shell/session/session-channel'
import { useSessionOver } from '../shell/session/use-session-over'
import { SignedOutDialog } from './signed-out-dialog'

type SessionGuardProps = { personId: string; email: string; children: ReactNode }

/**
 * Makes the page this person's and watches over their session: where it ends, the page stays with all that is in it and
 * asks for the sign-in in place; where somebody else's takes its place, it starts afresh.
 */
export function SessionGuard({ personId, email, children }: SessionGuardProps) {
  const isOver = useSessionOver()
  useOwnPage(personId)
  useRefetchAfter(isOver)
  useEffect(() => watchTabs(() => void checkSession()), [])
  return (
    <>
      {children}
      <SignedOutDialog open={isOver} email={email} />
    </>
  )
}

/** Before the effects of the parts inside, which make the first calls. */
function useOwnPage(personId: string): void {
  const owner = useRef(personId)
  useLayoutEffect(() => {
    // Drawn anew by the server, for who is signed in now.
    if (owner.current !== personId) location.reload()
    return claimPage(owner.current)
  }, [personId])
}

function useRefetchAfter(isOver: boolean): void {
  const client = useQueryClient()
  const wasOver = useRef(false)
  useEffect(() => {
    if (wasOver.current && !isOver) void client.invalidateQueries()
    // The refusal may be of a call from before a sign-in, come late.
    if (isOver) void checkSession()
    wasOver.current = isOver
  }, [client, isOver])
}
