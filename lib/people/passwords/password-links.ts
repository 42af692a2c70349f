import 'server-only'
import { organisationTimeZone, publicUrl } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { defaultLocale } from '@/lib/i18n/catalogues'
import { hasMailServer } from '@/lib/mail/mail-server'
import type { NewMail } from '@/lib/mail/outbox-store'
import { announceMail } from '@/lib/mail/outbox-store'
import { accountPaths } from '../account-paths'
import type { NewPassword } from '../account-schema'
import { createLinkToken, hashLinkToken } from '../link-token'
import type { SignedInUser } from '../roles'
import { findPersonByEmail, findPersonById } from '../store'
import { takeBackTry } from './attempts-store'
import { hashPassword } from './password'
import { passwordLetter } from './password-letter'
import { findPasswordLink, replacePassword, replacePasswordLink } from './password-store'
import { accountOf } from './sign-in-subjects'

const validMs = 24 * 60 * 60 * 1000

type LinkRequest = { personId: string; createdBy: Pick<SignedInUser, 'id' | 'name'> }

/**
 * A link with which the person chooses a new password: it works once, for a day, and cannot be shown again. It is mailed
 * where the desk has a mail server. Until it is used the old password stays good. Throws person.not_found.
 */
export async function createPasswordLink({
  personId,
  createdBy,
}: LinkRequest): Promise<{ link: string; expiresAt: Date; isMailed: boolean }> {
  const person = await findPersonById(personId)
  if (!person || person.disabledAt) throw new AppError('person.not_found')
  const { link, tokenHash, expiresAt } = makeLink()
  const letter = passwordLetter({
    locale: person.locale ?? defaultLocale,
    timeZone: organisationTimeZone(),
    name: person.name,
    createdBy: createdBy.name,
    link,
    expiresAt,
  })
  const mail: NewMail = { ...letter, kind: 'password', key: `password/${tokenHash}`, recipient: person.email }
  const isMailed = hasMailServer()
  await replacePasswordLink({
    tokenHash,
    personId: person.id,
    createdBy: createdBy.id,
    expiresAt,
    mail: isMailed ? mail : null,
  })
  if (isMailed) await announceMail()
  return { link, expiresAt, isMailed }
}

/**
 * The same link for whoever commands the desk's own machine: it is shown there and mailed to nobody. Throws
 * person.not_found.
 */
export async function createPasswordLinkHere(email: string): Promise<{ link: string; expiresAt: Date }> {
  const person = await findPersonByEmail(email.trim().toLowerCase())
  if (!person || person.disabledAt) throw new AppError('person.not_found')
  const { link, tokenHash, expiresAt } = makeLink()
  await replacePasswordLink({ tokenHash, personId: person.id, createdBy: 'server', expiresAt, mail: null })
  return { link, expiresAt }
}

/** Whose new password the link is for. Throws auth.link_invalid when it was used, is too old or replaced by a newer link or password. */
export async function getPasswordLink(token: string): Promise<{ id: string; email: string; name: string }> {
  const person = await findPasswordLink(hashLinkToken(token))
  if (!person) throw new AppError('auth.link_invalid')
  return person
}

/** Sets the new password, once; whoever was signed in with the old one is out. Throws auth.link_invalid. */
export async function setNewPassword({ token, password }: NewPassword): Promise<{ email: string }> {
  const { id, email } = await getPasswordLink(token)
  const passwordHash = await hashPassword(password)
  const isReplaced = await replacePassword({ tokenHash: hashLinkToken(token), personId: id, passwordHash })
  if (!isReplaced) throw new AppError('auth.link_invalid')
  // Who forgot the password has guessed at it: that must not slow down the first sign-in with the new one.
  await takeBackTry([accountOf(email)])
  return { email }
}

function makeLink(): { link: string; tokenHash: string; expiresAt: Date } {
  const { token, tokenHash } = createLinkToken()
  return {
    link: `${publicUrl()}${accountPaths.passwordPage(token)}`,
    tokenHash,
    expiresAt: new Date(Date.now() + validMs),
  }
}
