import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/lib/db/client'
import { endSessions } from '../sessions/store'
import { invitations, users } from '../tables'
import { endTokenStreamsOf } from '../tokens/store'
import type { PersonChange } from './schema'

export function listUnusedInvitations() {
  return db()
    .select({
      id: invitations.tokenHash,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(isNull(invitations.usedAt))
    .orderBy(asc(invitations.createdAt))
}

/** False when there is no such unused invitation. */
export async function deleteInvitation(id: string): Promise<boolean> {
  const deleted = await db()
    .delete(invitations)
    .where(and(eq(invitations.tokenHash, id), isNull(invitations.usedAt)))
    .returning({ id: invitations.tokenHash })
  return deleted.length > 0
}

type ChangeOutcome = 'changed' | 'not_found' | 'last_admin'

type PersonUpdate = { id: string; change: PersonChange }

/**
 * Changes a person's role or access. All active admins are locked first, so that two admins who demote one another at
 * the same moment cannot leave none.
 */
export async function updatePerson({ id, change }: PersonUpdate): Promise<ChangeOutcome> {
  return db().transaction(async (tx) => {
    const admins = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), isNull(users.disabledAt)))
      .orderBy(asc(users.id))
      .for('update')
    const losesAdmin = (change.role !== undefined && change.role !== 'admin') || change.disabled === true
    if (losesAdmin && admins.length === 1 && admins[0]?.id === id) return 'last_admin'
    const changed = await tx
      .update(users)
      .set({
        // An unchanged role keeps the statement valid for an empty change.
        role: change.role ?? users.role,
        ...(change.disabled === undefined ? {} : { disabledAt: change.disabled ? new Date() : null }),
      })
      .where(eq(users.id, id))
      .returning({ id: users.id })
    // Whoever is let in again begins anew.
    if (change.disabled) {
      await endSessions({ tx, personId: id })
      await endTokenStreamsOf({ tx, personId: id })
    }
    return changed.length > 0 ? 'changed' : 'not_found'
  })
}
