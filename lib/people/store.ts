import 'server-only'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { db } from '../db/client'
import type { Locale } from '../i18n/catalogues'
import type { Role } from './roles'
import { users } from './tables'

/** Null once the person was disabled. */
export async function findActivePerson(id: string) {
  const [person] = await db()
    .select({ id: users.id, email: users.email, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
  return person ?? null
}

export async function findPersonById(id: string) {
  const [person] = await db().select().from(users).where(eq(users.id, id))
  return person ?? null
}

export async function findPersonByEmail(email: string) {
  const [person] = await db().select().from(users).where(eq(users.email, email))
  return person ?? null
}

export async function countPeople(): Promise<number> {
  const [row] = await db().select({ people: count() }).from(users)
  return row?.people ?? 0
}

export function listPeople() {
  return db()
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      disabledAt: users.disabledAt,
      createdAt: users.createdAt,
    })
    .from(users)
    .orderBy(asc(users.createdAt))
}

export type NewPerson = {
  id: string
  email: string
  name: string
  passwordHash: string
  role: Role
  locale?: Locale
}

/** False when the address is taken. */
export async function insertPerson(person: NewPerson): Promise<boolean> {
  const inserted = await db().insert(users).values(person).onConflictDoNothing().returning({ id: users.id })
  return inserted.length > 0
}
