import 'server-only'
import { seesAllDocuments } from '../documents/read/visibility'
import { can, type SignedInUser } from '../people/roles'

export type Visibility = 'none' | 'own' | 'all'

export async function visibilityOf(user: Pick<SignedInUser, 'role'>): Promise<Visibility> {
  if (!can(user.role, 'documents')) return 'none'
  return (await seesAllDocuments(user)) ? 'all' : 'own'
}
