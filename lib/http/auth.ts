import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession, type NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { getSettings, publicUrl } from '../env'
import { AppError, toAppError } from '../errors'
import { log } from '../log'
import { deviceCookie, deviceCookieSeconds, knownDevice, markDevice } from '../people/passwords/known-device'
import { normaliseEmail, type SignedIn, signIn } from '../people/passwords/sign-in'
import { type Ability, can, homePath, type SignedInUser } from '../people/roles'
import { beginSession, endSessions, findSessionPerson, sessionDays } from '../people/sessions/store'

/**
 * next-auth with e-mail and password. Its cookie is signed and holds the id of a session, which is a row: who it is and
 * what they may do is read with each request, so that what ends there ends everywhere at once.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: getSettings().INTRAY_SECRET ?? '',
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 60 * 60 },
    useSecureCookies: publicUrl().startsWith('https:'),
    pages: { signIn: '/login', error: '/login' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials, request) =>
          signInHere({
            email: normaliseEmail(credentials?.email ?? ''),
            password: credentials?.password ?? '',
            address: callerAddress(request.headers),
          }).catch(refuseInWords),
      }),
    ],
    callbacks: {
      // `user` is there at the sign-in alone: renewed cookies keep their session.
      jwt: async ({ token, user }) => (user ? { sub: user.id, sessionId: await beginHere(user.id) } : token),
      session: ({ session, token }) => ({ ...session, sessionId: token.sessionId }),
    },
    events: {
      signOut: async ({ token }) => {
        const { sub: personId, sessionId } = token
        if (personId && typeof sessionId === 'string') await endSessions({ personId, sessionId })
      },
    },
    // Its own log tells a broken cookie in forty lines, on standard error.
    logger: {
      error: (code) => log.warn({ code }, 'next-auth could not use what a browser sent'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

/** Signs in, and marks this browser as one that knows the account: its misses are counted apart from strangers'. */
async function signInHere(attempt: { email: string; password: string; address: string }): Promise<SignedIn> {
  const jar = await cookies()
  const { email } = attempt
  const secret = getSettings().INTRAY_SECRET ?? ''
  const device = knownDevice({ cookie: jar.get(deviceCookie)?.value, email, secret })
  const person = await signIn({ ...attempt, device })
  if (!device) {
    jar.set(deviceCookie, markDevice({ email, secret }), {
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl().startsWith('https:'),
      maxAge: deviceCookieSeconds,
    })
  }
  return person
}

async function beginHere(personId: string): Promise<string> {
  return beginSession({ personId, device: (await headers()).get('user-agent') ?? '' })
}

type Session = { id: string; user: SignedInUser }

/** The session of the request, or null. */
async function findSession(): Promise<Session | null> {
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null
  if (!session?.sessionId) return null
  const user = await findSessionPerson(session.sessionId)
  return user && { id: session.sessionId, user }
}

/** @throws auth.required */
export async function requireSession(): Promise<Session> {
  const session = await findSession()
  if (!session) throw new AppError('auth.required')
  return session
}

/** The signed-in person, or null. */
export async function findUser(): Promise<SignedInUser | null> {
  return (await findSession())?.user ?? null
}

type PageAccess = { ability?: Ability; path: string }

/** For pages: the session, else the way to the sign-in page and back to `path`. */
export async function requirePageSession({ path }: { path: string }): Promise<Session> {
  return (await findSession()) ?? redirect(`/login?next=${encodeURIComponent(path)}`)
}

/** For pages: the signed-in person, or the way to sign in; who may not do what the page is for comes to their own start page. */
export async function requirePageUser({ ability, path }: PageAccess): Promise<SignedInUser> {
  const { user } = await requirePageSession({ path })
  if (ability && !can(user.role, ability)) redirect(homePath(user.role))
  return user
}

/** next-auth hands on nothing but the message: the code, and the seconds to wait where there are any. */
function refuseInWords(thrown: unknown): never {
  const error = toAppError(thrown)
  if (error.status >= 500) log.error({ err: error.cause }, 'a sign-in failed')
  const { seconds } = error.values
  throw new Error(seconds === undefined ? error.code : `${error.code}:${seconds}`)
}

/** As the server in front of Next found it (cli/serve), whoever claims to be another. */
function callerAddress(headers: Record<string, string> | undefined): string {
  return headers?.['x-forwarded-for'] ?? 'unknown'
}
