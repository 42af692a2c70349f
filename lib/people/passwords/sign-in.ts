import 'server-only'
import pLimit from 'p-limit'
import { AppError } from '@/lib/errors'
import type { Role } from '../roles'
import { findPersonByEmail } from '../store'
import { countTry, takeBackTry } from './attempts-store'
import { isPassword, pretendToCheck } from './password'
import { subjectsOf } from './sign-in-subjects'

/** Each check takes a core for 50 ms and 19 MiB. */
const checksAtOnce = pLimit(2)
const mostWaitingChecks = 50
const busySeconds = 5

/** `device`: the id of a browser in which this account signed in before. */
type Attempt = { email: string; password: string; address: string; device?: string | null }
export type SignedIn = { id: string; email: string; name: string; role: Role }

export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

/**
 * The person with this address and password. A try is counted before it is judged and taken back when it was right, so
 * that neither many at once nor one whose count cannot be written is judged for nothing.
 * @throws auth.too_many_attempts (seconds) and auth.bad_credentials.
 */
export async function signIn({ password, address, device = null, ...attempt }: Attempt): Promise<SignedIn> {
  const email = normaliseEmail(attempt.email)
  if (checksAtOnce.pendingCount >= mostWaitingChecks) throw tooManyAttempts(busySeconds)
  const subjects = subjectsOf({ email, address, device })
  const seconds = await countTry(subjects)
  if (seconds > 0) throw tooManyAttempts(seconds)

  const person = await findPersonByEmail(email)
  const matches = await checksAtOnce(() =>
    person ? isPassword({ password, passwordHash: person.passwordHash }) : pretendToCheck(password),
  )
  if (!person || !matches || person.disabledAt) throw new AppError('auth.bad_credentials')
  await takeBackTry(subjects)
  return { id: person.id, email: person.email, name: person.name, role: person.role }
}

function tooManyAttempts(seconds: number): AppError {
  return new AppError('auth.too_many_attempts', { values: { seconds } })
}
