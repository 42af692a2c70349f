import 'server-only'
import type { SignedInUser } from '@/lib/people/roles'
import { readDeskSettings } from '@/lib/settings/desk'

export async function canSee({ user, ownerId }: { user: SignedInUser; ownerId: string }): Promise<boolean> {
  return ownerId === user.id || seesAllDocuments(user)
}

/** Admins and reviewers see all documents; uploaders their own, or all where an admin opened that for everyone. */
export async function seesAllDocuments(user: Pick<SignedInUser, 'role'>): Promise<boolean> {
  if (user.role === 'admin' || user.role === 'reviewer') return true
  return user.role === 'uploader' && (await readDeskSettings()).uploadersSeeAll
}
