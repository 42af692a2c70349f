import 'server-only'
import { AppError } from '@/lib/errors'
import { listPeople } from '../store'
import type { Directory, OpenInvitation, Person, PersonChange } from './schema'
import { deleteInvitation, listUnusedInvitations, updatePerson } from './store'

export async function readDirectory(now = new Date()): Promise<Directory> {
  const [people, invitations] = await Promise.all([listPeople(), listUnusedInvitations()])
  return {
    people: people.map(toPerson),
    invitations: invitations.map((invitation) => toInvitation({ invitation, now })),
  }
}

/** Changes what a person may do, at once. Throws person.not_found and person.last_admin. */
export async function changePerson({ id, change }: { id: string; change: PersonChange }): Promise<Directory> {
  const outcome = await updatePerson({ id, change })
  if (outcome === 'last_admin') throw new AppError('person.last_admin')
  if (outcome === 'not_found') throw new AppError('person.not_found')
  return readDirectory()
}

/** Makes the link of an invitation worthless. Throws person.not_found where it was used or withdrawn already. */
export async function withdrawInvitation(id: string): Promise<Directory> {
  if (!(await deleteInvitation(id))) throw new AppError('person.not_found')
  return readDirectory()
}

function toPerson(row: Awaited<ReturnType<typeof listPeople>>[number]): Person {
  const { disabledAt, createdAt, ...person } = row
  return { ...person, disabled: disabledAt !== null, createdAt: createdAt.toISOString() }
}

function toInvitation({ invitation, now }: { invitation: UnusedInvitation; now: Date }): OpenInvitation {
  const { expiresAt, ...known } = invitation
  return { ...known, expiresAt: expiresAt.toISOString(), expired: expiresAt <= now }
}

type UnusedInvitation = Awaited<ReturnType<typeof listUnusedInvitations>>[number]
