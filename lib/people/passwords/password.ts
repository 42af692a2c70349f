import 'server-only'
import { randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Locale } from '@/lib/i18n/catalogues'
import type { Role } from '../roles'
import type { NewPerson } from '../store'

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default) with 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

export function isPassword({ password, passwordHash }: { password: string; passwordHash: string }) {
  return verify(passwordHash, password)
}

let decoy: Promise<string> | undefined

/** Spends the time of a check for an unknown account, so that the answer's delay does not tell who has one. */
export async function pretendToCheck(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await isPassword({ password, passwordHash: await decoy })
  return false
}

type NewAccount = { email: string; name: string; password: string; role: Role; locale?: Locale }

export async function createNewPerson({ password, ...person }: NewAccount): Promise<NewPerson> {
  return { ...person, id: `usr_${randomUUID()}`, passwordHash: await hashPassword(password) }
}
