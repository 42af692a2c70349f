import 'server-only'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { publicUrl } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/catalogues'
import { accountPaths } from '../account-paths'
import type { Setup } from '../account-schema'
import { createLinkToken, hashLinkToken } from '../link-token'
import { createNewPerson } from '../passwords/password'
import { countPeople, insertPerson } from '../store'
import { insertFirstPerson, isSetupTokenHash, saveSetupTokenHash } from './setup-store'

type Beginning = { adminEmail: string | undefined; adminPassword: string | undefined; dataDir: string }

/**
 * Sees to it at each start that somebody can sign in: with people there is nothing to do; the settings may name the
 * first administrator; else a fresh one-time link is left in `<dataDir>/setup-link`, which the launcher prints.
 */
export async function prepareSetup({ adminEmail, adminPassword, dataDir }: Beginning): Promise<void> {
  if ((await countPeople()) > 0) return removeLink(dataDir)
  if (adminEmail && adminPassword) {
    const email = adminEmail.trim().toLowerCase()
    const name = email.split('@')[0] ?? email
    await insertPerson(await createNewPerson({ email, name, password: adminPassword, role: 'admin' }))
    return removeLink(dataDir)
  }
  const { token, tokenHash } = createLinkToken()
  await saveSetupTokenHash(tokenHash)
  const link = `${publicUrl()}${accountPaths.setupPage(token)}`
  await writeFile(linkFile(dataDir), `${link}\n`, { mode: 0o600 })
}

export async function isSetupOpen(): Promise<boolean> {
  return (await countPeople()) === 0
}

/** Throws auth.setup_closed once there are people, and auth.link_invalid for any but the newest link. */
export async function requireSetupToken(token: string): Promise<void> {
  if (!(await isSetupOpen())) throw new AppError('auth.setup_closed')
  if (!(await isSetupTokenHash(hashLinkToken(token)))) throw new AppError('auth.link_invalid')
}

/** Creates the first administrator, once. Throws like requireSetupToken. */
export async function completeSetup({
  token,
  dataDir,
  ...account
}: Setup & { dataDir: string; locale: Locale }): Promise<{ email: string }> {
  await requireSetupToken(token)
  const person = await createNewPerson({ ...account, role: 'admin' })
  if (!(await insertFirstPerson({ tokenHash: hashLinkToken(token), person }))) {
    throw new AppError('auth.setup_closed')
  }
  await removeLink(dataDir)
  return { email: person.email }
}

function removeLink(dataDir: string): Promise<void> {
  return rm(linkFile(dataDir), { force: true })
}

function linkFile(dataDir: string): string {
  return path.join(dataDir, 'setup-link')
}
