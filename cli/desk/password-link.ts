import { FolderInUseError } from '@/base/database/folder-lock'
import { SettingError } from '@/base/settings'
import { adoptConnection } from '@/lib/db/client'
import { type Connection, connectEmbedded, connectPostgres } from '@/lib/db/connection'
import { AppError } from '@/lib/errors'
import { createPasswordLinkHere } from '@/lib/people/passwords/password-links'
import { listPeople } from '@/lib/people/store'
import { hasEmbedded } from './databases'
import { type Place, webFolder } from './place'

/**
 * A link to a new password for the person with this address. Throws SettingError where there is no desk, where it is
 * running on the embedded database, or where nobody with the address may sign in; that one names the administrators.
 */
export async function makeLinkFor({ email, place }: { email: string; place: Place }): Promise<string> {
  const connection = await openDesk(place)
  adoptConnection(connection)
  try {
    return (await createPasswordLinkHere(email)).link
  } catch (error) {
    if (error instanceof AppError && error.code === 'person.not_found') throw await nobody(email)
    throw error
  } finally {
    adoptConnection(undefined)
    await connection.close()
  }
}

async function openDesk(place: Place): Promise<Connection> {
  if (place.databaseUrl) return connectPostgres(place.databaseUrl)
  if (!hasEmbedded({ place, part: 'desk' })) throw new SettingError(`There is no desk in ${place.dataDir}.`)
  return connectEmbedded(webFolder(place)).catch((error) => {
    if (!(error instanceof FolderInUseError)) throw error
    throw new SettingError(`A desk is running on ${place.dataDir}. Stop it, run this again, and start it.`)
  })
}

async function nobody(email: string): Promise<SettingError> {
  const people = await listPeople()
  const administrators = people.filter(({ role, disabledAt }) => role === 'admin' && !disabledAt)
  const known = administrators.map((person) => person.email).join(', ') || 'nobody'
  return new SettingError(`Nobody signs in as ${email}. Administrators: ${known}.`)
}
