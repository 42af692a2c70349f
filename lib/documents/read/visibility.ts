import 'server-only'
import { documentsOfAll } from '@/lib/people/abilities/documents'
import type { SignedInUser } from '@/lib/people/roles'
import { readDeskSettings } from '@/lib/settings/desk'

export async function canSee({ user, ownerId }: { user: SignedInUser; ownerId: string }): Promise<boolean> {
  return ownerId === user.id || seesAllDocuments(user)
}

/** Admins and reviewers see all documents; uploaders their own, or all where an admin opened that for everyone. */
export async function seesAllDocuments(user: Pick<SignedInUser, 'role'>): Promise<boolean> {
  if (documentsOfAll.includes(user.role)) return true
  return user.role === 'uploader' && (await readDeskSettings()).uploadersSeeAll
}
