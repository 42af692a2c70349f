import 'server-only'
import { AppError } from '@/lib/errors'
import type { PasswordChange } from '../account-schema'
import type { SignedInUser } from '../roles'
import { hashPassword } from './password'
import { savePassword } from './password-store'
import { signIn } from './sign-in'

type OwnPasswordChange = { user: SignedInUser; change: PasswordChange }

/**
 * Puts a new password in the place of the current one, which whoever sits at an open screen must know. Every session is
 * over then, the one that asks too. Throws auth.wrong_password, and auth.too_many_attempts as a sign-in does.
 */
export async function changePassword({ user, change }: OwnPasswordChange): Promise<void> {
  const checked = {
    email: user.email,
    password: change.current,
    address: `session of ${user.id}`,
    device: null,
  }
  await signIn(checked).catch((error) => {
    if (error instanceof AppError && error.code === 'auth.bad_credentials') {
      throw new AppError('auth.wrong_password', { cause: error })
    }
    throw error
  })
  await savePassword({ id: user.id, passwordHash: await hashPassword(change.password) })
}
