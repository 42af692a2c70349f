import 'server-only'
import { publicUrl } from '../env'
import { AppError } from '../errors'
import { accountPaths } from './account-paths'
import type { Acceptance } from './account-schema'
import { findOpenInvitation, insertInvitedPerson, replaceInvitation } from './invitation-store'
import { createLinkToken, hashLinkToken } from './link-token'
import { createNewPerson } from './new-person'
import type { Role } from './roles'
import { findPersonByEmail } from './store'

const validMs = 7 * 24 * 60 * 60 * 1000

type Invited = { email: string; role: Role; invitedBy: string }

/**
 * Invites an address: the absolute link works once, for seven days, and cannot be shown again.
 * Throws person.email_taken.
 */
export async function createInvitation(invited: Invited): Promise<{ link: string; expiresAt: Date }> {
  if (await findPersonByEmail(invited.email)) throw new AppError('person.email_taken')
  const { token, tokenHash } = createLinkToken()
  const expiresAt = new Date(Date.now() + validMs)
  await replaceInvitation({ ...invited, tokenHash, expiresAt })
  return { link: `${publicUrl()}${accountPaths.invitePage(token)}`, expiresAt }
}

/** Whom the link invites, and as what. Throws auth.link_invalid when it was used, withdrawn or is too old. */
export async function getInvitation(token: string): Promise<{ email: string; role: Role }> {
  const invitation = await findOpenInvitation(hashLinkToken(token))
  if (!invitation) throw new AppError('auth.link_invalid')
  return invitation
}

/** Creates the account of the person invited, once. Throws auth.link_invalid and person.email_taken. */
export async function acceptInvitation({ token, name, password }: Acceptance): Promise<{ email: string }> {
  const { email, role } = await getInvitation(token)
  if (await findPersonByEmail(email)) throw new AppError('person.email_taken')
  const person = await createNewPerson({ email, name, password, role })
  if (!(await insertInvitedPerson({ tokenHash: hashLinkToken(token), person }))) {
    throw new AppError('auth.link_invalid')
  }
  return { email }
}
