import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Locale } from '../i18n/catalogues'
import { hashPassword } from './passwords/password'
import type { Role } from './roles'
import type { NewPerson } from './store'

type Given = { email: string; name: string; password: string; role: Role; locale?: Locale }

/** A person ready to be stored: with an id, and the password as its hash. */
export async function createNewPerson({ password, ...person }: Given): Promise<NewPerson> {
  return { ...person, id: `usr_${randomUUID()}`, passwordHash: await hashPassword(password) }
}
