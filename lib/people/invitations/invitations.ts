import 'server-only'
import { organisationTimeZone, publicUrl } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/catalogues'
import { hasMailServer } from '@/lib/mail/mail-server'
import type { NewMail } from '@/lib/mail/outbox-store'
import { announceMail } from '@/lib/mail/outbox-store'
import { accountPaths } from '../account-paths'
import type { Acceptance } from '../account-schema'
import { createLinkToken, hashLinkToken } from '../link-token'
import { createNewPerson } from '../passwords/password'
import type { Role, SignedInUser } from '../roles'
import { findPersonByEmail } from '../store'
import { invitationLetter } from './invitation-letter'
import { findOpenInvitation, insertInvitedPerson, replaceInvitation } from './invitation-store'

const validMs = 7 * 24 * 60 * 60 * 1000

type Invited = {
  email: string
  role: Role
  invitedBy: Pick<SignedInUser, 'id' | 'name'>
  /** Of the mail: nobody knows yet which language the person reads. */
  locale: Locale
}

/**
 * Invites an address: the absolute link works once, for seven days, and cannot be shown again. It is mailed where the
 * desk has a mail server. Throws person.email_taken.
 */
export async function createInvitation(
  invited: Invited,
): Promise<{ link: string; expiresAt: Date; isMailed: boolean }> {
  if (await findPersonByEmail(invited.email)) throw new AppError('person.email_taken')
  const { token, tokenHash } = createLinkToken()
  const expiresAt = new Date(Date.now() + validMs)
  const link = `${publicUrl()}${accountPaths.invitePage(token)}`
  const { email, role, invitedBy } = invited
  const mail = hasMailServer() ? toMail({ ...invited, link, tokenHash, expiresAt }) : null
  await replaceInvitation({ email, role, invitedBy: invitedBy.id, tokenHash, expiresAt, mail })
  if (mail) await announceMail()
  return { link, expiresAt, isMailed: mail !== null }
}

function toMail(invited: Invited & { link: string; tokenHash: string; expiresAt: Date }): NewMail {
  const letter = invitationLetter({
    ...invited,
    invitedBy: invited.invitedBy.name,
    timeZone: organisationTimeZone(),
    deskUrl: publicUrl(),
  })
  return { ...letter, kind: 'invitation', key: `invitation/${invited.tokenHash}`, recipient: invited.email }
}

/** Whom the link invites, and as what. Throws auth.link_invalid when it was used, withdrawn or is too old. */
export async function getInvitation(token: string): Promise<{ email: string; role: Role }> {
  const invitation = await findOpenInvitation(hashLinkToken(token))
  if (!invitation) throw new AppError('auth.link_invalid')
  return invitation
}

/** Creates the account of the person invited, once. Throws auth.link_invalid and person.email_taken. */
export async function acceptInvitation({
  token,
  name,
  password,
  locale,
}: Acceptance & { locale: Locale }): Promise<{ email: string }> {
  const { email, role } = await getInvitation(token)
  if (await findPersonByEmail(email)) throw new AppError('person.email_taken')
  const person = await createNewPerson({ email, name, password, role, locale })
  if (!(await insertInvitedPerson({ tokenHash: hashLinkToken(token), person }))) {
    throw new AppError('auth.link_invalid')
  }
  return { email }
}
