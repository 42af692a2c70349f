import 'server-only'
import { AppError } from '@/lib/errors'
import type { Role } from '../roles'
import { findPersonByEmail } from '../store'
import { forgetFailures, listFailures, recordFailures } from './failures-store'
import { isPassword, pretendToCheck } from './password'
import { waitSeconds } from './slow-down'

type Attempt = { email: string; password: string; address: string }

/**
 * The person with this address and password. Failures slow down the account and the caller's address apart, so that
 * neither one account nor one machine can be used to guess quickly.
 * Throws auth.too_many_attempts (seconds) and auth.bad_credentials.
 */
export async function signIn(
  attempt: Attempt,
): Promise<{ id: string; email: string; name: string; role: Role }> {
  const email = attempt.email.trim().toLowerCase()
  const subjects = [`account:${email}`, `address:${attempt.address}`]
  const seconds = waitSeconds({ failures: await listFailures(subjects), now: new Date() })
  if (seconds > 0) throw new AppError('auth.too_many_attempts', { values: { seconds } })

  const person = await findPersonByEmail(email)
  const matches = person
    ? await isPassword({ password: attempt.password, passwordHash: person.passwordHash })
    : await pretendToCheck(attempt.password)
  if (!person || !matches || person.disabledAt) {
    await recordFailures(subjects)
    throw new AppError('auth.bad_credentials')
  }
  await forgetFailures([`account:${email}`])
  return { id: person.id, email: person.email, name: person.name, role: person.role }
}
