import { z } from 'zod'
import { type ErrorCode, isErrorCode } from '@/lib/errors'
import { fetchJson } from '@/lib/fetch-json'
import { accountPaths } from '@/lib/people/account-paths'
import { notifyTabs } from '../shell/session/session-channel'

export type Credentials = { email: string; password: string }
export type SignInRefusal = { code: ErrorCode | 'unreachable'; seconds: number }

const csrfSchema = z.object({ csrfToken: z.string() })
const answerSchema = z.object({ url: z.string() })

/**
 * Signs in with next-auth's credentials call; null when it worked. next-auth's own `signIn` leaves the page when the
 * server cannot be reached, and what was typed with it.
 */
export async function signInWithPassword(credentials: Credentials): Promise<SignInRefusal | null> {
  try {
    const { csrfToken } = await fetchJson({ path: '/api/auth/csrf', schema: csrfSchema })
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ ...credentials, csrfToken, json: 'true' }),
    })
    const { url } = answerSchema.parse(await response.json())
    const error = new URL(url, location.href).searchParams.get('error')
    if (error || !response.ok) return toRefusal(error ?? '')
    notifyTabs()
    return null
  } catch {
    return { code: 'unreachable', seconds: 0 }
  }
}

/** For whoever has just chosen a password. A full load: nothing of an earlier person stays in memory. */
export async function openDesk(credentials: Credentials): Promise<void> {
  const refusal = await signInWithPassword(credentials)
  location.assign(refusal ? accountPaths.login : '/')
}

/** `code` or `code:seconds`, as lib/auth writes it into the address of the answer. */
export function toRefusal(text: string): SignInRefusal {
  const [code = '', seconds = '0'] = text.split(':')
  return { code: isErrorCode(code) ? code : 'internal', seconds: Number(seconds) || 0 }
}
