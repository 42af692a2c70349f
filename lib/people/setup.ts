import 'server-only'
import { randomUUID } from 'node:crypto'
import { hashPassword } from './password'
import { countPeople, insertPerson } from './store'

type Given = { adminEmail: string | undefined; adminPassword: string | undefined; dataDir: string }

/** Sees to it that somebody can sign in: the first administrator comes from the settings. */
export async function prepareSetup({ adminEmail, adminPassword }: Given): Promise<void> {
  if ((await countPeople()) > 0 || !adminEmail || !adminPassword) return
  const email = adminEmail.toLowerCase()
  await insertPerson({
    id: `usr_${randomUUID()}`,
    email,
    name: email.split('@')[0] ?? email,
    passwordHash: await hashPassword(adminPassword),
    role: 'admin',
  })
}
